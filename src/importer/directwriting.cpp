// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/directwriting.h"

#include "importer/importjob.h"
#include "importer/readahead.h"
#include "importer/write/todoportion.h"

namespace tusk::importer
{

using base::Result;

bool canWriteDirectly(const ImportRequest &request, bool sourceIsKnown)
{
    const Mapping &mapping = request.mapping;
    return !request.dryRun && !sourceIsKnown && !mapping.keepsIds && !mapping.has(Target::Parent);
}

Result<DirectlyWritten> writeDirectly(ImportTransaction &transaction, const ImportRecord &record,
                                      PortionMaker &maker, const TodosDone &done)
{
    DirectlyWritten all;
    PortionWriter writer(transaction);
    ReadAhead portions([&maker](const std::stop_token &stop) { return maker.next(stop); });
    while (true) {
        const auto portion = portions.take();
        if (!portion)
            return portion.error();
        if (portion->sent.rows == 0)
            break;
        if (all.sent.rows == 0) {
            if (const auto announced = announce(transaction, record); !announced)
                return announced.error();
        }
        if (const auto written = writer.write(*portion); !written)
            return written.error();
        all.lists += portion->lists.size();
        all.tags += portion->tags.size();
        all.sent += portion->sent;
        if (const auto told = done(all.sent.rows); !told)
            return told.error();
    }
    if (const auto ended = writer.end(); !ended)
        return ended.error();
    return all;
}

} // namespace tusk::importer
