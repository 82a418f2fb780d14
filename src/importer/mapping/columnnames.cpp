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
          u"trashedat"_s, u"datedeleted"_s, u"discardedat"_s, u"discarded"_s, u"isdiscarded"_s,
          u"removedat"_s, u"removed"_s, u"isremoved"_s, u"istrashed"_s, u"intrash"_s, u"isintrash"_s,
          u"deletiondate"_s}},
        {Target::ArchivedAt,
         {u"archivedat"_s, u"archived"_s, u"isarchived"_s, u"archivedon"_s, u"datearchived"_s,
          u"archivedate"_s, u"archiviert"_s, u"archivado"_s, u"arquivado"_s, u"hidden"_s, u"ishidden"_s,
          u"hiddenat"_s}},
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

// What the headings of todo apps and spreadsheets say in other languages, and names of two words. score: what
// is rather a state than whether something is done, and the like, counts less.
struct MoreNames {
    Target target;
    int score;
    QStringList names;
};
const QList<MoreNames> &moreNames()
{
    static const base::NoDestructor<QList<MoreNames>> names(QList<MoreNames>{
        {Target::Id, 85, {u"cardid"_s}},
        {Target::Title, 85, {u"cardname"_s,     u"cardtitle"_s,       u"betreff"_s,      u"bezeichnung"_s,
                             u"aufgabenname"_s, u"intitule"_s,        u"objet"_s,        u"nomdelatache"_s,
                             u"asunto"_s,       u"nombredelatarea"_s, u"titolo"_s,       u"attivita"_s,
                             u"compito"_s,      u"oggetto"_s,         u"nomeattivita"_s, u"assunto"_s,
                             u"atividade"_s,    u"nomedatarefa"_s,    u"taak"_s,         u"onderwerp"_s,
                             u"naam"_s,         u"taaknaam"_s,        u"zadanie"_s,      u"tytuł"_s,
                             u"tytul"_s,        u"nazwa"_s,           u"nazwazadania"_s, u"temat"_s}},
        {Target::Notes,
         85,
         {u"carddescription"_s, u"bemerkung"_s,    u"bemerkungen"_s, u"anmerkung"_s,   u"anmerkungen"_s,
          u"kommentar"_s,       u"kommentare"_s,   u"remarque"_s,    u"remarques"_s,   u"commentaire"_s,
          u"commentaires"_s,    u"nota"_s,         u"comentario"_s,  u"comentarios"_s, u"observaciones"_s,
          u"detalle"_s,         u"detalles"_s,     u"descrizione"_s, u"commento"_s,    u"commenti"_s,
          u"dettagli"_s,        u"osservazioni"_s, u"observacoes"_s, u"detalhes"_s,    u"anotacoes"_s,
          u"notitie"_s,         u"notities"_s,     u"opmerking"_s,   u"opmerkingen"_s, u"beschrijving"_s,
          u"omschrijving"_s,    u"toelichting"_s,  u"notatka"_s,     u"notatki"_s,     u"opis"_s,
          u"uwagi"_s,           u"komentarz"_s,    u"komentarze"_s,  u"szczegoły"_s,   u"szczegoly"_s}},
        {Target::State, 85, {u"duecomplete"_s, u"percentcomplete"_s, u"percentcompleted"_s,
                             u"percentdone"_s, u"abgeschlossen"_s,   u"abgehakt"_s,
                             u"termine"_s,     u"faite"_s,           u"acheve"_s,
                             u"achevee"_s,     u"realise"_s,         u"effectue"_s,
                             u"hecha"_s,       u"terminada"_s,       u"finalizado"_s,
                             u"finalizada"_s,  u"realizado"_s,       u"realizada"_s,
                             u"completa"_s,    u"completo"_s,        u"completato"_s,
                             u"completata"_s,  u"fatto"_s,           u"fatta"_s,
                             u"concluso"_s,    u"conclusa"_s,        u"feita"_s,
                             u"voltooid"_s,    u"afgerond"_s,        u"gedaan"_s,
                             u"klaar"_s,       u"gereed"_s,          u"afgevinkt"_s,
                             u"ukonczone"_s,   u"ukonczono"_s,       u"zakonczone"_s,
                             u"zakonczono"_s,  u"zrobione"_s,        u"wykonane"_s,
                             u"gotowe"_s}},
        {Target::State, 70, {u"zustand"_s, u"statut"_s, u"stato"_s, u"situacao"_s, u"stan"_s}},
        {Target::CompletedAt,
         85,
         {u"abgeschlossenam"_s, u"fertigam"_s, u"erledigungsdatum"_s, u"termineele"_s, u"faitle"_s,
          u"datedachevement"_s, u"completadoel"_s, u"completatoil"_s, u"datadicompletamento"_s,
          u"concluidaem"_s, u"concluidoem"_s, u"datadeconclusao"_s, u"voltooidop"_s, u"afgerondop"_s,
          u"dataukonczenia"_s}},
        {Target::CreatedAt,
         85,
         {u"erstellungsdatum"_s, u"angelegtam"_s, u"datedecreation"_s, u"creele"_s, u"fechadecreacion"_s,
          u"creadoel"_s, u"datadicreazione"_s, u"creatoil"_s, u"datadecriacao"_s, u"aangemaaktop"_s,
          u"aanmaakdatum"_s, u"datautworzenia"_s, u"utworzono"_s}},
        {Target::Priority,
         85,
         {u"prioritaet"_s, u"wichtigkeit"_s, u"dringlichkeit"_s, u"urgence"_s, u"importancia"_s,
          u"urgencia"_s, u"priorita"_s, u"importanza"_s, u"urgenza"_s, u"prioriteit"_s, u"urgentie"_s,
          u"priorytet"_s, u"waznosc"_s, u"pilnosc"_s}},
        {Target::Due, 85, {u"falligkeitsdatum"_s, u"faelligkeitsdatum"_s,
                           u"falligkeit"_s,       u"faelligkeit"_s,
                           u"faellig"_s,          u"falligbis"_s,
                           u"faelligbis"_s,       u"zuerledigenbis"_s,
                           u"erledigenbis"_s,     u"termin"_s,
                           u"stichtag"_s,         u"abgabetermin"_s,
                           u"abgabedatum"_s,      u"datedecheance"_s,
                           u"datelimite"_s,       u"fechadevencimiento"_s,
                           u"vencimiento"_s,      u"vence"_s,
                           u"fechadeentrega"_s,   u"fechaentrega"_s,
                           u"fechatope"_s,        u"plazo"_s,
                           u"scadenza"_s,         u"datadiscadenza"_s,
                           u"datascadenza"_s,     u"entroil"_s,
                           u"datadevencimento"_s, u"datavencimento"_s,
                           u"vencimento"_s,       u"datalimite"_s,
                           u"datadeentrega"_s,    u"prazofinal"_s,
                           u"vervaldatum"_s,      u"uiterstedatum"_s,
                           u"terminwykonania"_s,  u"terminrealizacji"_s}},
        {Target::Due, 80, {u"enddatum"_s, u"datedefin"_s, u"fechadefin"_s, u"datafine"_s, u"einddatum"_s}},
        {Target::Start, 85, {u"startdatum"_s,  u"anfangsdatum"_s, u"beginn"_s,          u"beginntam"_s,
                             u"datededebut"_s, u"datedebut"_s,    u"debut"_s,           u"fechadeinicio"_s,
                             u"fechainicio"_s, u"inicio"_s,       u"comienzo"_s,        u"datadiinizio"_s,
                             u"datainizio"_s,  u"inizio"_s,       u"datadeinicio"_s,    u"datainicio"_s,
                             u"begindatum"_s,  u"begin"_s,        u"datarozpoczecia"_s, u"rozpoczecie"_s}},
        {Target::List, 84, {u"projectname"_s, u"categoryname"_s, u"foldername"_s,    u"groupname"_s,
                            u"boardname"_s,   u"listenname"_s,   u"aufgabenliste"_s, u"projekt"_s,
                            u"ordner"_s,      u"gruppe"_s,       u"projet"_s,        u"dossier"_s,
                            u"groupe"_s,      u"proyecto"_s,     u"carpeta"_s,       u"grupo"_s,
                            u"progetto"_s,    u"cartella"_s,     u"gruppo"_s,        u"elenco"_s,
                            u"projeto"_s,     u"pasta"_s,        u"lijst"_s,         u"lijstnaam"_s,
                            u"groep"_s,       u"kategoria"_s,    u"grupa"_s}},
        {Target::Tags,
         85,
         {u"categories"_s,    u"kategorien"_s,  u"categorias"_s,   u"categorieen"_s, u"schlagworter"_s,
          u"schlagwoerter"_s, u"schlagworte"_s, u"schlagwort"_s,   u"stichworter"_s, u"stichwoerter"_s,
          u"stichworte"_s,    u"stichwort"_s,   u"etiketten"_s,    u"etiquettes"_s,  u"etiquette"_s,
          u"motscles"_s,      u"libelles"_s,    u"etiquetas"_s,    u"etiqueta"_s,    u"palabrasclave"_s,
          u"etichette"_s,     u"etichetta"_s,   u"parolechiave"_s, u"marcadores"_s,  u"palavraschave"_s,
          u"trefwoorden"_s,   u"etykiety"_s,    u"etykieta"_s,     u"tagi"_s,        u"słowakluczowe"_s}},
    });
    return *names;
}

int scoreAmongMore(const QString &plain, Target target)
{
    for (const MoreNames &more : moreNames()) {
        if (more.target == target && more.names.contains(plain))
            return more.score;
    }
    return 0;
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
    QString plain = lettersOf(bare);
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
    if (const int score = scoreAmongMore(plain, target); score > 0)
        return score;
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

bool saysShare(const QString &column)
{
    static const base::NoDestructor<QRegularExpression> form(
        u"^(percent|prozent|pourcent|porcent|procent)"_s);
    return column.contains(u'%') || lettersOf(column).contains(*form);
}

int rankAsTitle(const QString &column)
{
    static const base::NoDestructor<QRegularExpression> address(
        u"_(ids?|u?uids?|guids?|urls?|uris?|links?|href)_$"_s);
    static const base::NoDestructor<QRegularExpression> name(
        u"_(name|title|titel|titre|titulo|titolo|nombre|nome|naam|nazwa)_$"_s);
    // Of people, places and files.
    static const base::NoDestructor<QRegularExpression> otherName(
        u"_(user|owner|author|creator|assignee|member|first|last|full|nick|display|contact|customer|client|"
        u"company|host|team|workspace|list|board|project|category|folder|group|column|section|file)_name_$"_s);
    const QString words = wordsOf(column);
    if (words.contains(*address))
        return 0;
    return words.contains(*name) && !words.contains(*otherName) ? 2 : 1;
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
