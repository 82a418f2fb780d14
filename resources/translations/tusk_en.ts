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
    <name>PlaceSummary</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
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
</TS>
