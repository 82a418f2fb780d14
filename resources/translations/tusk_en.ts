<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ActionLabel</name>
    <message numerus="yes">
        <source>Add %n todos</source>
        <translation>
            <numerusform>Add %n todo</numerusform>
            <numerusform>Add %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %n todos</source>
        <translation>
            <numerusform>Complete %n todo</numerusform>
            <numerusform>Complete %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reopen %n todos</source>
        <translation>
            <numerusform>Reopen %n todo</numerusform>
            <numerusform>Reopen %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n todos</source>
        <translation>
            <numerusform>Move %n todo</numerusform>
            <numerusform>Move %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n todos</source>
        <translation>
            <numerusform>Delete %n todo</numerusform>
            <numerusform>Delete %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n todos</source>
        <translation>
            <numerusform>Restore %n todo</numerusform>
            <numerusform>Restore %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n todos for good</source>
        <translation>
            <numerusform>Delete %n todo for good</numerusform>
            <numerusform>Delete %n todos for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n todos</source>
        <translation>
            <numerusform>Edit %n todo</numerusform>
            <numerusform>Edit %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n todos into “%1”</source>
        <translation>
            <numerusform>Merge %n todos into “%1”</numerusform>
            <numerusform>Merge %n todos into “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n todos are as they were imported.</source>
        <translation>
            <numerusform>%n todo is as it was imported.</numerusform>
            <numerusform>%n todos are as they were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos were edited since.</source>
        <translation>
            <numerusform>%n todo was edited since.</numerusform>
            <numerusform>%n todos were edited since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos were deleted for good since.</source>
        <translation>
            <numerusform>%n todo was deleted for good since.</numerusform>
            <numerusform>%n todos were deleted for good since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos are in %1.</source>
        <translation>
            <numerusform>%n todo is in %1.</numerusform>
            <numerusform>%n todos are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneSentence</name>
    <message numerus="yes">
        <source>%n todos completed</source>
        <translation>
            <numerusform>%n todo completed</numerusform>
            <numerusform>%n todos completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos opened again</source>
        <translation>
            <numerusform>%n todo opened again</numerusform>
            <numerusform>%n todos opened again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos moved</source>
        <translation>
            <numerusform>%n todo moved</numerusform>
            <numerusform>%n todos moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos moved to the Trash</source>
        <translation>
            <numerusform>%n todo moved to the Trash</numerusform>
            <numerusform>%n todos moved to the Trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos restored</source>
        <translation>
            <numerusform>%n todo restored</numerusform>
            <numerusform>%n todos restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos changed</source>
        <translation>
            <numerusform>%n todo changed</numerusform>
            <numerusform>%n todos changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos merged into one</source>
        <translation>
            <numerusform>%n todo merged into one</numerusform>
            <numerusform>%n todos merged into one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DragPicture</name>
    <message numerus="yes">
        <source>%n todo(s)</source>
        <translation>
            <numerusform>%n todo</numerusform>
            <numerusform>%n todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n titles were blank and became “(no title)”.</source>
        <translation>
            <numerusform>%n title was blank and became “(no title)”.</numerusform>
            <numerusform>%n titles were blank and became “(no title)”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n titles were too long; they are whole in the notes.</source>
        <translation>
            <numerusform>%n title was too long; it is whole in the notes.</numerusform>
            <numerusform>%n titles were too long; they are whole in the notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n titles had several lines and became one.</source>
        <translation>
            <numerusform>%n title had several lines and became one.</numerusform>
            <numerusform>%n titles had several lines and became one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts held invisible control characters, which were left out.</source>
        <translation>
            <numerusform>%n text held invisible control characters, which were left out.</numerusform>
            <numerusform>%n texts held invisible control characters, which were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts were damaged or in an old encoding and were converted.</source>
        <translation>
            <numerusform>%n text was damaged or in an old encoding and was converted.</numerusform>
            <numerusform>%n texts were damaged or in an old encoding and were converted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts were stored as plain bytes.</source>
        <translation>
            <numerusform>%n text was stored as plain bytes.</numerusform>
            <numerusform>%n texts were stored as plain bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes were longer than 1 MB and were cut.</source>
        <translation>
            <numerusform>%n note was longer than 1 MB and was cut.</numerusform>
            <numerusform>%n notes were longer than 1 MB and were cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dates or times make no sense and were left empty.</source>
        <translation>
            <numerusform>%n date or time makes no sense and was left empty.</numerusform>
            <numerusform>%n dates or times make no sense and were left empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks for done or open are unusual and were taken for the likelier one.</source>
        <translation>
            <numerusform>%n mark for done or open is unusual and was taken for the likelier one.</numerusform>
            <numerusform>%n marks for done or open are unusual and were taken for the likelier one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n priorities are unknown and became none.</source>
        <translation>
            <numerusform>%n priority is unknown and became none.</numerusform>
            <numerusform>%n priorities are unknown and became none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subtasks belong to a todo that is not there; they stand alone now.</source>
        <translation>
            <numerusform>%n subtask belongs to a todo that is not there; it stands alone now.</numerusform>
            <numerusform>%n subtasks belong to a todo that is not there; they stand alone now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subtasks belong to each other in a circle; they stand alone now.</source>
        <translation>
            <numerusform>%n subtask belongs to itself in a circle; it stands alone now.</numerusform>
            <numerusform>%n subtasks belong to each other in a circle; they stand alone now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos had the id of another one; all of them were taken.</source>
        <translation>
            <numerusform>%n todo had the id of another one; both were taken.</numerusform>
            <numerusform>%n todos had the id of another one; all of them were taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos had no id.</source>
        <translation>
            <numerusform>%n todo had no id.</numerusform>
            <numerusform>%n todos had no id.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names of lists or tags were too long and were cut.</source>
        <translation>
            <numerusform>%n name of a list or tag was too long and was cut.</numerusform>
            <numerusform>%n names of lists or tags were too long and were cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled todos became completed ones.</source>
        <translation>
            <numerusform>%n cancelled todo became a completed one.</numerusform>
            <numerusform>%n cancelled todos became completed ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open todos had a time of completion, which was not taken.</source>
        <translation>
            <numerusform>%n open todo had a time of completion, which was not taken.</numerusform>
            <numerusform>%n open todos had a time of completion, which was not taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures or other values that are no text were not taken.</source>
        <translation>
            <numerusform>%n picture or other value that is no text was not taken.</numerusform>
            <numerusform>%n pictures or other values that are no text were not taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos would be new.</source>
        <translation>
            <numerusform>%n todo would be new.</numerusform>
            <numerusform>%n todos would be new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos are new.</source>
        <translation>
            <numerusform>%n todo is new.</numerusform>
            <numerusform>%n todos are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos had changed in the file.</source>
        <translation>
            <numerusform>%n todo had changed in the file.</numerusform>
            <numerusform>%n todos had changed in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos were there already and are unchanged.</source>
        <translation>
            <numerusform>%n todo was there already and is unchanged.</numerusform>
            <numerusform>%n todos were there already and are unchanged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos were deleted in Tusk since and stay deleted.</source>
        <translation>
            <numerusform>%n todo was deleted in Tusk since and stays deleted.</numerusform>
            <numerusform>%n todos were deleted in Tusk since and stay deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values were changed both in the file and in Tusk; those in Tusk were kept.</source>
        <translation>
            <numerusform>%n value was changed both in the file and in Tusk; the one in Tusk was kept.</numerusform>
            <numerusform>%n values were changed both in the file and in Tusk; those in Tusk were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos were read back and compared with the file: all are equal.</source>
        <translation>
            <numerusform>%n todo was read back and compared with the file: it is equal.</numerusform>
            <numerusform>%n todos were read back and compared with the file: all are equal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n lines there are more values than columns.</source>
        <translation>
            <numerusform>In %n line there are more values than columns.</numerusform>
            <numerusform>In %n lines there are more values than columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines could not be read, because a quotation mark is never closed; the first of them is line %1.</source>
        <translation>
            <numerusform>%n line could not be read, because a quotation mark is never closed: line %1.</numerusform>
            <numerusform>%n lines could not be read, because a quotation mark is never closed; the first of them is line %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation marks are never closed and were taken for letters; the first of them is in line %1.</source>
        <translation>
            <numerusform>%n quotation mark is never closed and was taken for a letter, in line %1.</numerusform>
            <numerusform>%n quotation marks are never closed and were taken for letters; the first of them is in line %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos had the id of another one and got their own; it was: %1.</source>
        <translation>
            <numerusform>%n todo had the id of another one and got its own; it was: %1.</numerusform>
            <numerusform>%n todos had the id of another one and got their own; it was: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPages</name>
    <message numerus="yes">
        <source>%n todos</source>
        <translation>
            <numerusform>%n todo</numerusform>
            <numerusform>%n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n people</source>
        <translation>
            <numerusform>of %n person</numerusform>
            <numerusform>of %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceSummary</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 selected</source>
        <extracomment>How many are selected of how many there are: 5 of 7 selected</extracomment>
        <translation>
            <numerusform>%n of %1 selected</numerusform>
            <numerusform>%n of %1 selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>%n completed</numerusform>
            <numerusform>%n completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PurgeQuestion</name>
    <message numerus="yes">
        <source>Delete %n todo(s) for good?</source>
        <translation>
            <numerusform>Delete %n todo for good?</numerusform>
            <numerusform>Delete %n todos for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n todo(s) of “%1” to the Trash?</source>
        <translation>
            <numerusform>Move %n todo of “%1” to the Trash?</numerusform>
            <numerusform>Move %n todos of “%1” to the Trash?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelativeDate</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatText</name>
    <message numerus="yes">
        <source>every %n days</source>
        <translation>
            <numerusform>every %n days</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n weeks</source>
        <translation>
            <numerusform>every %n weeks</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n months</source>
        <translation>
            <numerusform>every %n months</numerusform>
            <numerusform>every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n years</source>
        <translation>
            <numerusform>every %n years</numerusform>
            <numerusform>every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n times</source>
        <translation>
            <numerusform>, %n times</numerusform>
            <numerusform>, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodoCommands</name>
    <message numerus="yes">
        <source>Change due date of %n todos</source>
        <translation>
            <numerusform>Change due date of %n todo</numerusform>
            <numerusform>Change due date of %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change tags of %n todos</source>
        <translation>
            <numerusform>Change tags of %n todo</numerusform>
            <numerusform>Change tags of %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change priority of %n todos</source>
        <translation>
            <numerusform>Change priority of %n todo</numerusform>
            <numerusform>Change priority of %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change start of %n todos</source>
        <translation>
            <numerusform>Change start of %n todo</numerusform>
            <numerusform>Change start of %n todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodoRules</name>
    <message numerus="yes">
        <source>The title is too long: %n characters, at most %1 are possible.</source>
        <translation>
            <numerusform>The title is too long: %n character, at most %1 are possible.</numerusform>
            <numerusform>The title is too long: %n characters, at most %1 are possible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name of the list is too long: %n characters, at most %1 are possible.</source>
        <translation>
            <numerusform>The name of the list is too long: %n character, at most %1 are possible.</numerusform>
            <numerusform>The name of the list is too long: %n characters, at most %1 are possible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name of the tag is too long: %n characters, at most %1 are possible.</source>
        <translation>
            <numerusform>The name of the tag is too long: %n character, at most %1 are possible.</numerusform>
            <numerusform>The name of the tag is too long: %n characters, at most %1 are possible.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The notes are too long: %n KB, at most %1 KB are possible.</source>
        <translation>
            <numerusform>The notes are too long: %n KB, at most %1 KB are possible.</numerusform>
            <numerusform>The notes are too long: %n KB, at most %1 KB are possible.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodoSentence</name>
    <message numerus="yes">
        <source>%1 of %n subtask(s) done</source>
        <translation>
            <numerusform>%1 of %n subtask done</numerusform>
            <numerusform>%1 of %n subtasks done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::app::OpenEnvironment</name>
    <message numerus="yes">
        <source>%n change(s) are kept on this computer and will be sent next time.</source>
        <translation>
            <numerusform>%n change is kept on this computer and will be sent next time.</numerusform>
            <numerusform>%n changes are kept on this computer and will be sent next time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::app::TodoCopy</name>
    <message numerus="yes">
        <source>Reading “%1”: %n todo(s)</source>
        <translation>
            <numerusform>Reading “%1”: %n todo</numerusform>
            <numerusform>Reading “%1”: %n todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::CopyDialog</name>
    <message numerus="yes">
        <source>%n are in the Trash there, and stay in it.</source>
        <translation>
            <numerusform>%n is in the Trash there, and stays in it.</numerusform>
            <numerusform>%n are in the Trash there, and stay in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected todo(s)</source>
        <translation>
            <numerusform>%n selected todo</numerusform>
            <numerusform>%n selected todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n todo(s)</source>
        <translation>
            <numerusform>Copy %n todo</numerusform>
            <numerusform>Copy %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are still on their way here, and not part of it.</source>
        <translation>
            <numerusform>%n change is still on its way here, and not part of it.</numerusform>
            <numerusform>%n changes are still on their way here, and not part of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n todo(s) to “%1”?</source>
        <translation>
            <numerusform>Copy %n todo to “%1”?</numerusform>
            <numerusform>Copy %n todos to “%1”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::DetailsPane</name>
    <message numerus="yes">
        <source>%n todos selected</source>
        <translation>
            <numerusform>%n todo selected</numerusform>
            <numerusform>%n todos selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::ExportDialog</name>
    <message numerus="yes">
        <source>%n todo(s) are in “%1”.</source>
        <translation>
            <numerusform>%n todo is in “%1”.</numerusform>
            <numerusform>%n todos are in “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n todos</source>
        <translation>
            <numerusform>Import %n todo</numerusform>
            <numerusform>Import %n todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n todos into “%1”?</source>
        <translation>
            <numerusform>Import %n todo into “%1”?</numerusform>
            <numerusform>Import %n todos into “%1”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::ImportResultPage</name>
    <message numerus="yes">
        <source>%n todos were imported</source>
        <translation>
            <numerusform>%n todo was imported</numerusform>
            <numerusform>%n todos were imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos were imported, but not everything</source>
        <translation>
            <numerusform>%n todo was imported, but not everything</numerusform>
            <numerusform>%n todos were imported, but not everything</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n todos were read back from the database and compared with the file, value by value: all are equal.</source>
        <translation>
            <numerusform>%n todo was read back from the database and compared with the file, value by value: it is equal.</numerusform>
            <numerusform>%n todos were read back from the database and compared with the file, value by value: all are equal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::ListMenu</name>
    <message numerus="yes">
        <source>%n open todo(s) are in it. What becomes of its todos?</source>
        <translation>
            <numerusform>%n open todo is in it. What becomes of its todos?</numerusform>
            <numerusform>%n open todos are in it. What becomes of its todos?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) could not be sent to the database yet.</source>
        <translation>
            <numerusform>%n change could not be sent to the database yet.</numerusform>
            <numerusform>%n changes could not be sent to the database yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::Palette</name>
    <message numerus="yes">
        <source>%n selected todos</source>
        <translation>
            <numerusform>%n selected todo</numerusform>
            <numerusform>%n selected todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::WindowImport</name>
    <message numerus="yes">
        <source>%n todos were imported.</source>
        <translation>
            <numerusform>%n todo was imported.</numerusform>
            <numerusform>%n todos were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::models::DatabaseLink</name>
    <message numerus="yes">
        <source>%n change(s) that waited on this computer are being saved now.</source>
        <translation>
            <numerusform>%n change that waited on this computer is being saved now.</numerusform>
            <numerusform>%n changes that waited on this computer are being saved now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent change(s) could not be read; the damaged file was kept as %1.</source>
        <translation>
            <numerusform>%n unsent change could not be read; the damaged file was kept as %1.</numerusform>
            <numerusform>%n unsent changes could not be read; the damaged file was kept as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::models::GroupedTodosModel</name>
    <message numerus="yes">
        <source>%1, %n todo(s)</source>
        <translation>
            <numerusform>%1, %n todo</numerusform>
            <numerusform>%1, %n todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::models::Workspace</name>
    <message numerus="yes">
        <source>%n todo(s) had been deleted for good elsewhere and could not be changed.</source>
        <translation>
            <numerusform>%n todo had been deleted for good elsewhere and could not be changed.</numerusform>
            <numerusform>%n todos had been deleted for good elsewhere and could not be changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::EnvironmentsPage</name>
    <message numerus="yes">
        <source>%n change(s) wait on this computer and have not reached its database; they would never get there.</source>
        <translation>
            <numerusform>%n change waits on this computer and has not reached its database; it would never get there.</numerusform>
            <numerusform>%n changes wait on this computer and have not reached its database; they would never get there.</numerusform>
        </translation>
    </message>
</context>
</TS>
