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
        <source>%Ln todos are as they were imported.</source>
        <translation>
            <numerusform>%Ln todo is as it was imported.</numerusform>
            <numerusform>%Ln todos are as they were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos were edited since.</source>
        <translation>
            <numerusform>%Ln todo was edited since.</numerusform>
            <numerusform>%Ln todos were edited since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos were deleted for good since.</source>
        <translation>
            <numerusform>%Ln todo was deleted for good since.</numerusform>
            <numerusform>%Ln todos were deleted for good since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos are in %1.</source>
        <translation>
            <numerusform>%Ln todo is in %1.</numerusform>
            <numerusform>%Ln todos are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::RepeatNotice</name>
    <message numerus="yes">
        <source>%Ln of the completed todos repeat. Their next dates are not made by themselves yet.</source>
        <translation>
            <numerusform>%Ln of the completed todos repeats. Its next date is not made by itself yet.</numerusform>
            <numerusform>%Ln of the completed todos repeat. Their next dates are not made by themselves yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repeat %n todos</source>
        <translation>
            <numerusform>Repeat %n todo</numerusform>
            <numerusform>Repeat %n todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoneSentence</name>
    <message numerus="yes">
        <source>%Ln todos completed</source>
        <translation>
            <numerusform>%Ln todo completed</numerusform>
            <numerusform>%Ln todos completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos opened again</source>
        <translation>
            <numerusform>%Ln todo opened again</numerusform>
            <numerusform>%Ln todos opened again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos moved</source>
        <translation>
            <numerusform>%Ln todo moved</numerusform>
            <numerusform>%Ln todos moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos moved to the Trash</source>
        <translation>
            <numerusform>%Ln todo moved to the Trash</numerusform>
            <numerusform>%Ln todos moved to the Trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos restored</source>
        <translation>
            <numerusform>%Ln todo restored</numerusform>
            <numerusform>%Ln todos restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos changed</source>
        <translation>
            <numerusform>%Ln todo changed</numerusform>
            <numerusform>%Ln todos changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos merged into one</source>
        <translation>
            <numerusform>%Ln todo merged into one</numerusform>
            <numerusform>%Ln todos merged into one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DragPicture</name>
    <message numerus="yes">
        <source>%Ln todo(s)</source>
        <translation>
            <numerusform>%Ln todo</numerusform>
            <numerusform>%Ln todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%Ln todos break a rule of the database and were not taken.</source>
        <translation>
            <numerusform>%Ln todo breaks a rule of the database and was not taken.</numerusform>
            <numerusform>%Ln todos break a rule of the database and were not taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles were blank and became “(no title)”.</source>
        <translation>
            <numerusform>%Ln title was blank and became “(no title)”.</numerusform>
            <numerusform>%Ln titles were blank and became “(no title)”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles were too long; they are whole in the notes.</source>
        <translation>
            <numerusform>%Ln title was too long; it is whole in the notes.</numerusform>
            <numerusform>%Ln titles were too long; they are whole in the notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles had several lines and became one.</source>
        <translation>
            <numerusform>%Ln title had several lines and became one.</numerusform>
            <numerusform>%Ln titles had several lines and became one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts held invisible control characters, which were left out.</source>
        <translation>
            <numerusform>%Ln text held invisible control characters, which were left out.</numerusform>
            <numerusform>%Ln texts held invisible control characters, which were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts were damaged or in an old encoding and were converted.</source>
        <translation>
            <numerusform>%Ln text was damaged or in an old encoding and was converted.</numerusform>
            <numerusform>%Ln texts were damaged or in an old encoding and were converted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln texts were stored as plain bytes.</source>
        <translation>
            <numerusform>%Ln text was stored as plain bytes.</numerusform>
            <numerusform>%Ln texts were stored as plain bytes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes were longer than 1 MB and were cut.</source>
        <translation>
            <numerusform>%Ln note was longer than 1 MB and was cut.</numerusform>
            <numerusform>%Ln notes were longer than 1 MB and were cut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates or times make no sense and were left empty.</source>
        <translation>
            <numerusform>%Ln date or time makes no sense and was left empty.</numerusform>
            <numerusform>%Ln dates or times make no sense and were left empty.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks for done or open are unusual and were taken for the likelier one.</source>
        <translation>
            <numerusform>%Ln mark for done or open is unusual and was taken for the likelier one.</numerusform>
            <numerusform>%Ln marks for done or open are unusual and were taken for the likelier one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln priorities are unknown and became none.</source>
        <translation>
            <numerusform>%Ln priority is unknown and became none.</numerusform>
            <numerusform>%Ln priorities are unknown and became none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subtasks belong to a todo that is not there; they stand alone now.</source>
        <translation>
            <numerusform>%Ln subtask belongs to a todo that is not there; it stands alone now.</numerusform>
            <numerusform>%Ln subtasks belong to a todo that is not there; they stand alone now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subtasks belong to a todo that was deleted in Tusk; they stand alone now.</source>
        <translation>
            <numerusform>%Ln subtask belongs to a todo that was deleted in Tusk; it stands alone now.</numerusform>
            <numerusform>%Ln subtasks belong to a todo that was deleted in Tusk; they stand alone now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subtasks belong to each other in a circle; they stand alone now.</source>
        <translation>
            <numerusform>%Ln subtask belongs to itself in a circle; it stands alone now.</numerusform>
            <numerusform>%Ln subtasks belong to each other in a circle; they stand alone now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos had the id of another one; all of them were taken.</source>
        <translation>
            <numerusform>%Ln todo had the id of another one; both were taken.</numerusform>
            <numerusform>%Ln todos had the id of another one; all of them were taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos had no id.</source>
        <translation>
            <numerusform>%Ln todo had no id.</numerusform>
            <numerusform>%Ln todos had no id.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules of repeating are not understood; they are in the notes.</source>
        <translation>
            <numerusform>%Ln rule of repeating is not understood; it is in the notes.</numerusform>
            <numerusform>%Ln rules of repeating are not understood; they are in the notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules of repeating could be taken in part only; they are whole in the notes.</source>
        <translation>
            <numerusform>%Ln rule of repeating could be taken in part only; it is whole in the notes.</numerusform>
            <numerusform>%Ln rules of repeating could be taken in part only; they are whole in the notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos repeated a while after they were done; that was not taken, so they repeat from the day when they are due.</source>
        <translation>
            <numerusform>%Ln todo repeated a while after it was done; that was not taken, so it repeats from the day when it is due.</numerusform>
            <numerusform>%Ln todos repeated a while after they were done; that was not taken, so they repeat from the day when they are due.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lists of tags are written in an unusual way and were taken for the likeliest.</source>
        <translation>
            <numerusform>%Ln list of tags is written in an unusual way and was taken for the likeliest.</numerusform>
            <numerusform>%Ln lists of tags are written in an unusual way and were taken for the likeliest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times of creation, change or completion make no sense; other times of the todo or that of the import stand for them.</source>
        <translation>
            <numerusform>%Ln time of creation, change or completion makes no sense; another time of the todo or that of the import stands for it.</numerusform>
            <numerusform>%Ln times of creation, change or completion make no sense; other times of the todo or that of the import stand for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of lists or tags were too long; they are whole in the notes.</source>
        <translation>
            <numerusform>%Ln name of a list or tag was too long; it is whole in the notes.</numerusform>
            <numerusform>%Ln names of lists or tags were too long; they are whole in the notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled todos became completed ones.</source>
        <translation>
            <numerusform>%Ln cancelled todo became a completed one.</numerusform>
            <numerusform>%Ln cancelled todos became completed ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln archived todos became completed ones.</source>
        <translation>
            <numerusform>%Ln archived todo became a completed one.</numerusform>
            <numerusform>%Ln archived todos became completed ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open todos had a time of completion, which was not taken.</source>
        <translation>
            <numerusform>%Ln open todo had a time of completion, which was not taken.</numerusform>
            <numerusform>%Ln open todos had a time of completion, which was not taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times lie in an hour that the clocks of their zone left out when summer began; they are an hour later now.</source>
        <translation>
            <numerusform>%Ln time lies in an hour that the clocks of its zone left out when summer began; it is an hour later now.</numerusform>
            <numerusform>%Ln times lie in an hour that the clocks of their zone left out when summer began; they are an hour later now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times are in a zone that nobody knows; they stay as they are written, as if they were in yours.</source>
        <translation>
            <numerusform>%Ln time is in a zone that nobody knows; it stays as it is written, as if it were in yours.</numerusform>
            <numerusform>%Ln times are in a zone that nobody knows; they stay as they are written, as if they were in yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures or other values that are no text were not taken.</source>
        <translation>
            <numerusform>%Ln picture or other value that is no text was not taken.</numerusform>
            <numerusform>%Ln pictures or other values that are no text were not taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos would be new.</source>
        <translation>
            <numerusform>%Ln todo would be new.</numerusform>
            <numerusform>%Ln todos would be new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos are new.</source>
        <translation>
            <numerusform>%Ln todo is new.</numerusform>
            <numerusform>%Ln todos are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos had changed in the file.</source>
        <translation>
            <numerusform>%Ln todo had changed in the file.</numerusform>
            <numerusform>%Ln todos had changed in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos were there already and have not changed in the file.</source>
        <translation>
            <numerusform>%Ln todo was there already and has not changed in the file.</numerusform>
            <numerusform>%Ln todos were there already and have not changed in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them were changed or put into the Trash in Tusk since; they stay as they are there.</source>
        <translation>
            <numerusform>%Ln of them was changed or put into the Trash in Tusk since; it stays as it is there.</numerusform>
            <numerusform>%Ln of them were changed or put into the Trash in Tusk since; they stay as they are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos belong to a list that is not there; they were taken as todos without one.</source>
        <translation>
            <numerusform>%Ln todo belongs to a list that is not there; it was taken as a todo without one.</numerusform>
            <numerusform>%Ln todos belong to a list that is not there; they were taken as todos without one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos of others are not taken: %1.</source>
        <translation>
            <numerusform>%Ln todo of others is not taken: %1.</numerusform>
            <numerusform>%Ln todos of others are not taken: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos that came from this file are not in it any more; they stay in Tusk.</source>
        <translation>
            <numerusform>%Ln todo that came from this file is not in it any more; it stays in Tusk.</numerusform>
            <numerusform>%Ln todos that came from this file are not in it any more; they stay in Tusk.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos were deleted before: their days in the Trash begin with the import.</source>
        <translation>
            <numerusform>%Ln todo was deleted before: its days in the Trash begin with the import.</numerusform>
            <numerusform>%Ln todos were deleted before: their days in the Trash begin with the import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos were deleted in Tusk since and stay deleted.</source>
        <translation>
            <numerusform>%Ln todo was deleted in Tusk since and stays deleted.</numerusform>
            <numerusform>%Ln todos were deleted in Tusk since and stay deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values were changed both in the file and in Tusk; those in Tusk were kept.</source>
        <translation>
            <numerusform>%Ln value was changed both in the file and in Tusk; the one in Tusk was kept.</numerusform>
            <numerusform>%Ln values were changed both in the file and in Tusk; those in Tusk were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values are not the same in the file and in Tusk, and nothing tells which is newer; those in Tusk were kept.</source>
        <translation>
            <numerusform>%Ln value is not the same in the file and in Tusk, and nothing tells which is newer; the one in Tusk was kept.</numerusform>
            <numerusform>%Ln values are not the same in the file and in Tusk, and nothing tells which is newer; those in Tusk were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos were read back and compared with the file: all are equal.</source>
        <translation>
            <numerusform>%Ln todo was read back and compared with the file: it is equal.</numerusform>
            <numerusform>%Ln todos were read back and compared with the file: all are equal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln lines there are more values than columns.</source>
        <translation>
            <numerusform>In %Ln line there are more values than columns.</numerusform>
            <numerusform>In %Ln lines there are more values than columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines could not be read, because a quotation mark is never closed; the first of them is line %1.</source>
        <translation>
            <numerusform>%Ln line could not be read, because a quotation mark is never closed: line %1.</numerusform>
            <numerusform>%Ln lines could not be read, because a quotation mark is never closed; the first of them is line %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotation marks are never closed and were taken for letters; the first of them is in line %1.</source>
        <translation>
            <numerusform>%Ln quotation mark is never closed and was taken for a letter, in line %1.</numerusform>
            <numerusform>%Ln quotation marks are never closed and were taken for letters; the first of them is in line %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows of “%1” belong to these todos and are not taken over.</source>
        <translation>
            <numerusform>%Ln row of “%1” belongs to these todos and is not taken over.</numerusform>
            <numerusform>%Ln rows of “%1” belong to these todos and are not taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos had the id of another one and got their own; it was: %1.</source>
        <translation>
            <numerusform>%Ln todo had the id of another one and got its own; it was: %1.</numerusform>
            <numerusform>%Ln todos had the id of another one and got their own; it was: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPages</name>
    <message numerus="yes">
        <source>%Ln lists</source>
        <translation>
            <numerusform>%Ln list</numerusform>
            <numerusform>%Ln lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos</source>
        <translation>
            <numerusform>%Ln todo</numerusform>
            <numerusform>%Ln todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln people</source>
        <translation>
            <numerusform>of %Ln person</numerusform>
            <numerusform>of %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceSummary</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 selected</source>
        <extracomment>How many are selected of how many there are: 5 of 7 selected</extracomment>
        <translation>
            <numerusform>%Ln of %1 selected</numerusform>
            <numerusform>%Ln of %1 selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln completed</source>
        <translation>
            <numerusform>%Ln completed</numerusform>
            <numerusform>%Ln completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>%Ln deleted</numerusform>
            <numerusform>%Ln deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln overdue</source>
        <translation>
            <numerusform>%Ln overdue</numerusform>
            <numerusform>%Ln overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PurgeQuestion</name>
    <message numerus="yes">
        <source>Delete %Ln todo(s) for good?</source>
        <translation>
            <numerusform>Delete %Ln todo for good?</numerusform>
            <numerusform>Delete %Ln todos for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln todo(s) of “%1” to the Trash?</source>
        <translation>
            <numerusform>Move %Ln todo of “%1” to the Trash?</numerusform>
            <numerusform>Move %Ln todos of “%1” to the Trash?</numerusform>
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
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
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
        <source>%Ln change(s) are kept on this computer and will be sent next time.</source>
        <translation>
            <numerusform>%Ln change is kept on this computer and will be sent next time.</numerusform>
            <numerusform>%Ln changes are kept on this computer and will be sent next time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::app::TodoCopy</name>
    <message numerus="yes">
        <source>Reading “%1”: %Ln todo(s)</source>
        <translation>
            <numerusform>Reading “%1”: %Ln todo</numerusform>
            <numerusform>Reading “%1”: %Ln todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::CopyDialog</name>
    <message numerus="yes">
        <source>%Ln are in the Trash there, and stay in it.</source>
        <translation>
            <numerusform>%Ln is in the Trash there, and stays in it.</numerusform>
            <numerusform>%Ln are in the Trash there, and stay in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same</source>
        <translation>
            <numerusform>%Ln the same</numerusform>
            <numerusform>%Ln the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected todo(s)</source>
        <translation>
            <numerusform>%Ln selected todo</numerusform>
            <numerusform>%Ln selected todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln todo(s)</source>
        <translation>
            <numerusform>Copy %Ln todo</numerusform>
            <numerusform>Copy %Ln todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are still on their way here, and not part of it.</source>
        <translation>
            <numerusform>%Ln change is still on its way here, and not part of it.</numerusform>
            <numerusform>%Ln changes are still on their way here, and not part of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln todo(s) to “%1”?</source>
        <translation>
            <numerusform>Copy %Ln todo to “%1”?</numerusform>
            <numerusform>Copy %Ln todos to “%1”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::DetailsPane</name>
    <message numerus="yes">
        <source>%Ln todos selected</source>
        <translation>
            <numerusform>%Ln todo selected</numerusform>
            <numerusform>%Ln todos selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::ExportDialog</name>
    <message numerus="yes">
        <source>%Ln todo(s) are in “%1”.</source>
        <translation>
            <numerusform>%Ln todo is in “%1”.</numerusform>
            <numerusform>%Ln todos are in “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::ImportDialog</name>
    <message numerus="yes">
        <source>Import %Ln todos</source>
        <translation>
            <numerusform>Import %Ln todo</numerusform>
            <numerusform>Import %Ln todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln todos into “%1”?</source>
        <translation>
            <numerusform>Import %Ln todo into “%1”?</numerusform>
            <numerusform>Import %Ln todos into “%1”?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::ImportResultPage</name>
    <message numerus="yes">
        <source>%Ln todos were imported</source>
        <translation>
            <numerusform>%Ln todo was imported</numerusform>
            <numerusform>%Ln todos were imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos were imported, but not everything</source>
        <translation>
            <numerusform>%Ln todo was imported, but not everything</numerusform>
            <numerusform>%Ln todos were imported, but not everything</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln todos were read back from the database and compared with the file, value by value: all are equal.</source>
        <translation>
            <numerusform>%Ln todo was read back from the database and compared with the file, value by value: it is equal.</numerusform>
            <numerusform>%Ln todos were read back from the database and compared with the file, value by value: all are equal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::ListMenu</name>
    <message numerus="yes">
        <source>%Ln open todo(s) are in it. What becomes of its todos?</source>
        <translation>
            <numerusform>%Ln open todo is in it. What becomes of its todos?</numerusform>
            <numerusform>%Ln open todos are in it. What becomes of its todos?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln change(s) could not be sent to the database yet.</source>
        <translation>
            <numerusform>%Ln change could not be sent to the database yet.</numerusform>
            <numerusform>%Ln changes could not be sent to the database yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::Palette</name>
    <message numerus="yes">
        <source>%Ln selected todos</source>
        <translation>
            <numerusform>%Ln selected todo</numerusform>
            <numerusform>%Ln selected todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::WindowImport</name>
    <message numerus="yes">
        <source>%Ln todos were imported.</source>
        <translation>
            <numerusform>%Ln todo was imported.</numerusform>
            <numerusform>%Ln todos were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::models::DatabaseLink</name>
    <message numerus="yes">
        <source>%Ln change(s) that waited on this computer are being saved now.</source>
        <translation>
            <numerusform>%Ln change that waited on this computer is being saved now.</numerusform>
            <numerusform>%Ln changes that waited on this computer are being saved now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unsent change(s) could not be read; the damaged file was kept as %1.</source>
        <translation>
            <numerusform>%Ln unsent change could not be read; the damaged file was kept as %1.</numerusform>
            <numerusform>%Ln unsent changes could not be read; the damaged file was kept as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::models::GroupedTodosModel</name>
    <message numerus="yes">
        <source>%1, %Ln todo(s)</source>
        <translation>
            <numerusform>%1, %Ln todo</numerusform>
            <numerusform>%1, %Ln todos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, more than %Ln todo(s)</source>
        <translation>
            <numerusform>%1, more than %Ln todo</numerusform>
            <numerusform>%1, more than %Ln todos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::models::Workspace</name>
    <message numerus="yes">
        <source>%Ln todo(s) had been deleted for good elsewhere and could not be changed.</source>
        <translation>
            <numerusform>%Ln todo had been deleted for good elsewhere and could not be changed.</numerusform>
            <numerusform>%Ln todos had been deleted for good elsewhere and could not be changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tusk::gui::EnvironmentsPage</name>
    <message numerus="yes">
        <source>%Ln change(s) wait on this computer and have not reached its database; they would never get there.</source>
        <translation>
            <numerusform>%Ln change waits on this computer and has not reached its database; it would never get there.</numerusform>
            <numerusform>%Ln changes wait on this computer and have not reached its database; they would never get there.</numerusform>
        </translation>
    </message>
</context>
</TS>
