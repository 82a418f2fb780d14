// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"
#include "domain/todofilter.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <memory>
#include <optional>

namespace tusk::models
{

// The rows of one place as far as they have been read: a window of at most about 5,000 around what is seen.
// Merges what pages and changes bring (the newer version of a row wins), and lays pending changes over it.
// Pure values.
//
// Rows that were read stand as the database has put them. One that is changed keeps its place unless what
// decides about its order has changed; then it is placed by domain::comesBefore(), once. Where that is exact
// but for rare cases, as with titles, such a row stays where it was put until it is read again, and pages go
// on from rows that were read.
class TodoRows final
{
public:
    static constexpr qsizetype mostRows = 5'000;

    struct Row {
        // Never null. Rows are copied at every change, thousands of them; their todos are shared.
        std::shared_ptr<const domain::Todo> todo;
        bool pending = false; // an action on it is not confirmed
        bool guessed = false; // put here by an order that may differ from that of the database, see above
    };

    void reset(const domain::TodoFilter &filter, const base::Day &today);
    [[nodiscard]] const domain::TodoFilter &filter() const { return m_filter; }

    void setFirstPage(const repository::TodoPage &page);
    void append(const repository::TodoPage &page);  // drops rows at the beginning when there are too many
    void prepend(const repository::TodoPage &page); // drops rows at the end
    [[nodiscard]] bool moreBefore() const { return m_moreBefore; }
    [[nodiscard]] bool moreAfter() const { return m_moreAfter; }
    [[nodiscard]] qint64 matches() const { return m_matches; } // of a search
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] qsizetype count() const { return m_rows.size(); } // of those that were read
    // From where the pages before and after go on; none: from the beginning.
    [[nodiscard]] std::optional<domain::Todo> firstRead() const;
    [[nodiscard]] std::optional<domain::Todo> lastRead() const;

    void merge(const repository::ChangedRows &rows);

    // Shows this todo, if it belongs to the place, also where it comes after the last row that was read: what
    // the user has just added is seen at once.
    void keepInSight(domain::TodoId id);

    // A todo that was completed a moment ago is shown as if it still belonged to the place, until it is told
    // to leave.
    void linger(domain::TodoId id);
    void leave(domain::TodoId id);

    // What is to be seen, in order, with changes that are not confirmed laid over it.
    [[nodiscard]] QList<Row> shown(const QList<domain::TodoChange> &pending) const;

private:
    // What became of touched todos; none: not in any place any more.
    using Touched = QHash<domain::TodoId, std::optional<Row>>;

    enum class Reach { Window, InSight };
    [[nodiscard]] QList<Row> combined(const Touched &touched, Reach reach) const;
    [[nodiscard]] Touched standing(const QList<domain::TodoChange> &changes) const;
    [[nodiscard]] QList<Row> merged(QList<Row> standing, QList<Row> incoming) const;
    void keepBeyond(const Touched &touched);
    [[nodiscard]] QList<Row> replacedInPlace(const Touched &touched) const;
    [[nodiscard]] bool belongs(const domain::Todo &todo) const;
    [[nodiscard]] bool comesBefore(const Row &left, const Row &right) const;
    [[nodiscard]] bool keepsItsPlace(const Row &before, const std::optional<Row> &after) const;
    void drop(const QList<domain::Todo> &todos);
    [[nodiscard]] bool isInWindow(const Row &row) const;
    [[nodiscard]] QHash<domain::TodoId, qsizetype> indexes() const;

    domain::TodoFilter m_filter;
    base::Day m_today;
    QList<Row> m_rows; // confirmed, in the order of the place
    QSet<domain::TodoId> m_lingering;
    QSet<domain::TodoId> m_inSight;
    QHash<domain::TodoId, Row> m_beyond; // of m_inSight: confirmed, after the last of m_rows
    bool m_moreBefore = false;
    bool m_moreAfter = false;
    qint64 m_matches = 0;
};

} // namespace tusk::models
