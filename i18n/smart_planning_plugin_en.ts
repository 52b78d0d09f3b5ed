<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="en">
  <context>
    <name>SmartPlanning</name>
    <message numerus="yes">
      <source>%n inputs to choose</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>
        <numerusform>%n input to choose</numerusform>
        <numerusform>%n inputs to choose</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>done: %n layers</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation>
        <numerusform>done: %n layer</numerusform>
        <numerusform>done: %n layers</numerusform>
      </translation>
    </message>
  </context>
</TS>
