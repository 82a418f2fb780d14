// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/columnnames.h"

#include "base/nodestructor.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// For each target the names it goes by, the surest first.
const QStringList &namesOf(Target target)
{
    static const base::NoDestructor<QHash<Target, QStringList>> names(QHash<Target, QStringList>{
        {Target::Id,
         {u"id"_s, u"uuid"_s, u"uid"_s, u"guid"_s, u"sno"_s, u"pk"_s, u"key"_s, u"no"_s, u"nr"_s}},
        {Target::Title,
         {u"title"_s,  u"task"_s,  u"name"_s,    u"todo"_s,  u"summary"_s,    u"subject"_s, u"content"_s,
          u"text"_s,   u"item"_s,  u"label"_s,   u"titel"_s, u"aufgabe"_s,    u"titulo"_s,  u"tarea"_s,
          u"tarefa"_s, u"titre"_s, u"tache"_s,   u"nome"_s,  u"nombre"_s,     u"nom"_s,     u"memo"_s,
          u"mes"_s,    u"des"_s,   u"message"_s, u"body"_s,  u"description"_s}},
        {Target::Notes, {u"notes"_s,       u"description"_s, u"note"_s,      u"desc"_s,         u"details"_s,
                         u"detail"_s,      u"memo"_s,        u"body"_s,      u"comment"_s,      u"comments"_s,
                         u"explanation"_s, u"content"_s,     u"text"_s,      u"beschreibung"_s, u"notiz"_s,
                         u"notizen"_s,     u"descripcion"_s, u"descricao"_s, u"notas"_s,        u"des"_s}},
        {Target::State,
         {u"completed"_s,  u"done"_s,         u"complete"_s,  u"iscompleted"_s, u"isdone"_s, u"iscomplete"_s,
          u"finished"_s,   u"isfinished"_s,   u"checked"_s,   u"ischecked"_s,   u"status"_s, u"state"_s,
          u"strike"_s,     u"closed"_s,       u"isclosed"_s,  u"erledigt"_s,    u"fertig"_s, u"hecho"_s,
          u"completada"_s, u"completado"_s,   u"concluida"_s, u"concluido"_s,   u"feito"_s,  u"terminee"_s,
          u"terminado"_s,  u"estcompletee"_s, u"fait"_s,      u"estado"_s,      u"etat"_s,   u"isactive"_s,
          u"active"_s,     u"isopen"_s,       u"open"_s,      u"ispending"_s,   u"pending"_s}},
        {Target::CompletedAt,
         {u"completedat"_s, u"completedon"_s, u"completedtime"_s, u"completeddate"_s, u"completiondate"_s,
          u"datecompleted"_s, u"doneat"_s, u"donedate"_s, u"finishedat"_s, u"finishedon"_s, u"closedat"_s,
          u"completiontime"_s, u"erledigtam"_s}},
        {Target::CreatedAt,
         {u"createdat"_s,  u"created"_s,     u"datecreated"_s, u"createdon"_s,    u"creationdate"_s,
          u"createtime"_s, u"createddate"_s, u"createdtime"_s, u"creationtime"_s, u"insertedat"_s,
          u"create"_s,     u"added"_s,       u"addedat"_s,     u"dateadded"_s,    u"posted"_s,
          u"timestamp"_s,  u"pubdate"_s,     u"erstelltam"_s,  u"erstellt"_s,     u"fechacreacion"_s,
          u"criadoem"_s,   u"datecreation"_s}},
        {Target::UpdatedAt,
         {u"updatedat"_s, u"updated"_s, u"modified"_s, u"modifiedat"_s, u"lastmodified"_s, u"updatetime"_s,
          u"updateat"_s, u"dateupdated"_s, u"updatedon"_s, u"modifiedon"_s, u"lastupdated"_s,
          u"datemodified"_s, u"datemodification"_s, u"geandertam"_s, u"changedat"_s}},
        {Target::DeletedAt,
         {u"deletedat"_s, u"deleted"_s, u"isdeleted"_s, u"deletedon"_s, u"trashed"_s, u"istrash"_s,
          u"trashedat"_s, u"datedeleted"_s}},
        {Target::Priority,
         {u"priority"_s, u"importance"_s, u"prio"_s, u"prioritat"_s, u"prioridad"_s, u"prioridade"_s,
          u"priorite"_s, u"urgency"_s}},
        {Target::Due, {u"due"_s,      u"duedate"_s,     u"datedue"_s,      u"dueat"_s,
                       u"deadline"_s, u"duetime"_s,     u"dueon"_s,        u"deadlinedate"_s,
                       u"enddate"_s,  u"scheduledat"_s, u"faelligam"_s,    u"falligam"_s,
                       u"fallig"_s,   u"frist"_s,       u"fechalimite"_s,  u"fechavencimiento"_s,
                       u"prazo"_s,    u"echeance"_s,    u"dateecheance"_s, u"date"_s,
                       u"datum"_s,    u"fecha"_s,       u"data"_s}},
        {Target::Start,
         {u"startdate"_s, u"start"_s, u"startat"_s, u"hideuntil"_s, u"startson"_s, u"starttime"_s,
          u"startedat"_s, u"datestarted"_s}},
        {Target::Repeat, {u"rrule"_s, u"recurrence"_s, u"repeat"_s, u"repeatrule"_s}},
        {Target::List, {u"list"_s,      u"listid"_s,    u"category"_s,  u"categoryid"_s, u"project"_s,
                        u"projectid"_s, u"folder"_s,    u"folderid"_s,  u"listname"_s,   u"group"_s,
                        u"groupid"_s,   u"board"_s,     u"boardid"_s,   u"todolistid"_s, u"tasklistid"_s,
                        u"kategorie"_s, u"categoria"_s, u"categorie"_s, u"liste"_s,      u"lista"_s}},
        {Target::Parent,
         {u"parentid"_s, u"parent"_s, u"parenttaskid"_s, u"parenttodoid"_s, u"parentuid"_s, u"parenttask"_s}},
        {Target::Tags,
         {u"tags"_s, u"tag"_s, u"labels"_s, u"label"_s, u"contexts"_s, u"keywords"_s, u"taglist"_s,
          u"tagnames"_s}},
        {Target::Owner,
         {u"userid"_s, u"ownerid"_s, u"user"_s, u"owner"_s, u"authorid"_s, u"author"_s, u"createdby"_s,
          u"createdbyid"_s, u"username"_s, u"useremail"_s, u"accountid"_s, u"assignedto"_s}},
        {Target::Position,
         {u"position"_s, u"order"_s, u"sortorder"_s, u"ordernum"_s, u"sort"_s, u"orderindex"_s, u"ordering"_s,
          u"rank"_s, u"childorder"_s, u"itemorder"_s, u"displayorder"_s}},
    });
    static const base::NoDestructor<QStringList> none;
    const auto found = names->constFind(target);
    return found == names->cend() ? *none : *found;
}

// One letter more, less, other, or two changed places.
bool isNearMiss(const QString &one, const QString &other)
{
    if (std::min(one.size(), other.size()) < 6 || std::abs(one.size() - other.size()) > 1 || one == other)
        return false;
    const auto [left, right] = std::ranges::mismatch(one, other);
    const QStringView restOne = QStringView(one).sliced(left - one.cbegin());
    const QStringView restOther = QStringView(other).sliced(right - other.cbegin());
    if (restOne.size() == restOther.size()) {
        const bool swapped = restOne.size() > 1 && restOne.at(0) == restOther.at(1) &&
                             restOne.at(1) == restOther.at(0) && restOne.sliced(2) == restOther.sliced(2);
        return swapped || restOne.sliced(1) == restOther.sliced(1);
    }
    return restOne.size() > restOther.size() ? restOne.sliced(1) == restOther
                                             : restOther.sliced(1) == restOne;
}

// “apiToken2” as “_api_token_”: so words are told from parts of words.
QString wordsOf(const QString &name)
{
    const QString decomposed = name.normalized(QString::NormalizationForm_D);
    QString words = u"_"_s;
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const QChar character = decomposed.at(i);
        if (character.isMark())
            continue;
        const QChar before = i > 0 ? decomposed.at(i - 1) : QChar();
        const bool beginsWord =
            character.isUpper() && (before.isLower() || (before.isUpper() && i + 1 < decomposed.size() &&
                                                         decomposed.at(i + 1).isLower()));
        if ((beginsWord || !character.isLetter()) && !words.endsWith(u'_'))
            words += u'_';
        if (character.isLetter())
            words += character.toLower();
    }
    return words.endsWith(u'_') ? words : QString(words + u'_');
}

// “strTitle”, “txt_title”: its kind comes before its name.
QString withoutKind(const QString &name)
{
    static const base::NoDestructor<QRegularExpression> kind(
        u"^(?:(?:[Ss]tr|[Tt]xt)(?:_|(?=[A-Z]))|(?:STR|TXT)_)"_s);
    QString rest = name;
    return rest.remove(*kind);
}

} // namespace

bool isOfCoreData(const QString &name)
{
    return name.size() > 1 && name.startsWith(u'Z') && name == name.toUpper();
}

QString lettersOf(const QString &name)
{
    QString plain;
    for (const QChar character : name.normalized(QString::NormalizationForm_D).toLower()) {
        if (character.isLetterOrNumber())
            plain += character;
    }
    return plain;
}

QString plainName(const QString &name, const QString &table)
{
    const bool isCoreData = isOfCoreData(table) && isOfCoreData(name);
    const QString bare = isCoreData ? name.sliced(1) : withoutKind(name);
    const QString plain = lettersOf(bare);
    const QString singular = lettersOf(isCoreData ? table.sliced(1) : table);
    for (const QString &prefix : {singular, singular.endsWith(u's') ? singular.chopped(1) : singular,
                                  u"task"_s, u"todo"_s, u"item"_s}) {
        // The prefix needs a sign behind it, or a capital: “tasks” is no “s”.
        const bool isParted = bare.size() > prefix.size() && (!bare.at(prefix.size()).isLetterOrNumber() ||
                                                              bare.at(prefix.size()).isUpper());
        if (!prefix.isEmpty() && plain.startsWith(prefix) && plain.size() > prefix.size() && isParted)
            return plain.sliced(prefix.size());
    }
    return plain;
}

int nameScore(const QString &plain, Target target)
{
    const QStringList &names = namesOf(target);
    if (const auto place = names.indexOf(plain); place >= 0)
        return 100 - int(place);
    const auto near =
        std::ranges::find_if(names, [&plain](const QString &name) { return isNearMiss(plain, name); });
    return near == names.cend() ? 0 : 40 - int(near - names.cbegin());
}

int tableScore(const QString &table)
{
    static const base::NoDestructor<QRegularExpression> whole(
        u"^(todos?|tasks?|todoitems?|todolistdata|todotable|tasktable|listitems?|items?|aufgaben?|tareas?|tarefas?|taches?)$"_s);
    static const base::NoDestructor<QRegularExpression> part(u"(todo|task|aufgabe|tarea|tarefa|tache)"_s);
    const QString plain = lettersOf(isOfCoreData(table) ? table.sliced(1) : table);
    if (whole->match(plain).hasMatch())
        return 30;
    return part->match(plain).hasMatch() ? 15 : 0;
}

bool saysOpen(const QString &plain)
{
    if (plain == "inactive"_L1) // the opposite of “isactive”, from which it is off by a letter
        return false;
    static constexpr std::array names{"isactive"_L1, "active"_L1,    "isopen"_L1,
                                      "open"_L1,     "ispending"_L1, "pending"_L1};
    return std::ranges::any_of(
        names, [&plain](const QString &name) { return plain == name || isNearMiss(plain, name); });
}

bool isInfrastructure(const QString &table)
{
    static const base::NoDestructor<QRegularExpression> known(
        u"^(alembic_version|schema_migrations|ar_internal_metadata|migrations?|jobs|job_batches|failed_jobs|"
        "sessions?|cache|cache_locks|password_reset.*|personal_access_tokens|_prisma_migrations|__ef.*|"
        "aspnet.*|__drizzle_.*|sequelizemeta|room_master_table|android_metadata|_sqlx_migrations|"
        "__diesel_schema_migrations|z_\\d.*|knex_migrations.*|goose_db_version|flyway_schema_history|"
        "databasechangelog.*|typeorm_metadata|users?|_cf_.*|sqlite_.*|"
        "django_(q|celery|dramatiq|tasks_database)_.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    // Apps of somebody's own begin so, too: “django_todo_todo”, “account_task”.
    static const base::NoDestructor<QRegularExpression> likely(
        u"^(django|auth|account|socialaccount|drizzle|z)_"_s, QRegularExpression::CaseInsensitiveOption);
    return known->match(table).hasMatch() || (likely->match(table).hasMatch() && tableScore(table) == 0);
}

// “hashtags”, “footprint” and “estimated_sessions” are none.
bool isSecret(const QString &column)
{
    static const base::NoDestructor<QRegularExpression> form(
        u"passw|pass_?(wor[dt]|phrase)|pwd|secret(?!ar)|token|credential|[cx]srf|cookie|oauth|credit_?card|"
        "card_?number|hash_(?!tags?_)|_hash(ed|es|value|code)|salt_|_salts_|_bearer_|"
        "_auth(s|code|data|key|header|orization)?_|_[ht]?otp(s|code|key|seed|url|uri)?_|"
        "_(user|bank|account)?iban(s|number|nr)?_|"
        "(api|access|private|secret|encryption|sync|licen[cs]e|refresh|signing|session|auth)_?keys?_|"
        "session_?(id|uuid|key|token|data|cookie|hash)s?_|"
        "(user|web|login|auth|browser|php|http|api|server|admin|current|active)_?session_|"
        "^_(sessions?|pin|pin_?code|cv[vc])_$"_s);
    return form->match(wordsOf(column)).hasMatch();
}

} // namespace tusk::importer
