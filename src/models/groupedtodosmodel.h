// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"
#include "models/todogroup.h"
#include "models/todotablemodel.h"

#include <QAbstractProxyModel>
#include <QSet>
#include <QStringList>

#include <functional>
#include <vector>

namespace tusk::models
{

// Adds a row for the header of each group to the todos of a place, and leaves out the todos of groups that
// are folded. Flat: a header is a row before those of its group, with an id and a stamp of its own.
// Announces every change of rows as a reset, which StableRowsProxy takes apart. The source has the columns of
// TodoTableModel and keeps todos of one group together. Thread: that of the GUI.
class GroupedTodosModel final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    // Answered for header rows; of todos, HeaderRole alone answers (false).
    enum GroupRole {
        HeaderRole = TodoTableModel::FirstRoleOfProxies, // bool
        GroupKeyRole,                                    // QString, see TodoGroup::key()
        GroupKindRole,                                   // int, see TodoGroup::Kind
        GroupDayRole,                                    // QDate; invalid for what is overdue
        GroupCountRole,                                  // int: todos of the group, as far as that is known
        FoldedRole,                                      // bool; can be set
        PartialRole,                                     // bool: others of the group may not have been read
    };

    // What decides about groups: asked whenever rows have changed.
    struct Occasion {
        Grouping grouping = Grouping::None;
        base::Moment now = {};
        QString place = {}; // in each place other groups are folded
        // Rows of the place that have not been read: looked at when rows change.
        bool lacksBefore = false;
        bool lacksAfter = false;
        qint64 overdue = 0; // due on a day before this one, read or not; 0: nobody knows

        // The time of day is looked at when rows change, and in regroup().
        bool operator==(const Occasion &other) const
        {
            return grouping == other.grouping && now.today() == other.now.today() &&
                   now.startOfDay() == other.now.startOfDay() && place == other.place;
        }
    };

    explicit GroupedTodosModel(std::function<Occasion()> occasion, QObject *parent = nullptr);
    ~GroupedTodosModel() override;
    Q_DISABLE_COPY_MOVE(GroupedTodosModel)

    void setSourceModel(QAbstractItemModel *source) override;

    // "today/overdue": places and keys, also of groups that are not there now.
    [[nodiscard]] QStringList foldedGroups() const;
    void setFoldedGroups(const QStringList &keys);
    // Where only what was counted has changed, not the rows.
    void recount();
    // Unfolds the group of a todo that has been read but is not seen; false where there is none such.
    bool reveal(const QUuid &todo);

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = QModelIndex()) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QModelIndex buddy(const QModelIndex &index) const override { return index; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;

public Q_SLOTS:
    void regroup(); // for when the day has changed, or a due time has passed

private:
    struct Row {
        int group = -1;  // of m_groups; -1: there are none
        int source = -1; // -1: the header of the group
    };
    struct Group {
        TodoGroup group;
        int count = 0;     // that have been read
        qint64 unread = 0; // that have been counted besides
        bool folded = false;
        bool partial = false;
    };

    void beginChange();
    void endChange();
    void rebuild();
    void countGroups();
    [[nodiscard]] qint64 lateRows() const; // of the first group
    int takeGroup(const TodoGroup &group);
    [[nodiscard]] TodoGroup groupOf(int sourceRow) const;
    [[nodiscard]] TodoGroup groupInOrder(int sourceRow) const; // while the rows are made
    [[nodiscard]] bool isRegroupedBy(int firstSource, int lastSource) const;
    void onSourceDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                             const QList<int> &roles);
    void setFolded(const TodoGroup &group, bool folded);
    [[nodiscard]] QString foldedKey(const TodoGroup &group) const;
    [[nodiscard]] QVariant headerCell(const Row &row, int column, int role) const;
    [[nodiscard]] QString spokenHeader(const Group &group) const;

    std::function<Occasion()> m_occasion;
    Occasion m_shown;
    std::vector<Row> m_rows;
    std::vector<int> m_places;   // by row of the source: the row here, or -1
    std::vector<int> m_groupOf;  // by row of the source: index into m_groups
    std::vector<Group> m_groups; // in their order
    QSet<QString> m_folded;
    int m_changes = 0; // resets of the source that have begun
};

} // namespace tusk::models
