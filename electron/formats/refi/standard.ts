/** REFI-QDA Project 1.0: the children of each element in their order, and its attributes. */
const stamps = ['creatingUser', 'creationDateTime', 'modifyingUser', 'modifiedDateTime'];
const named = ['guid', 'name'];
const text = [['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'], [...named, 'richTextPath', 'plainTextPath', ...stamps]] as const;
const media = [...named, 'path', 'currentPath', ...stamps];
const selection = ['Description', 'Coding', 'NoteRef'];
const area = ['firstX', 'firstY', 'secondX', 'secondY'];
const value = ['TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue', 'DateTimeValue'];
type Declared = readonly [children: readonly string[], attributes: readonly string[]];

export const standard: Readonly<Record<string, Declared>> = {
  Project: [['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs', 'Description', 'NoteRef'], ['name', 'origin', 'creatingUserGUID', 'creationDateTime', 'modifyingUserGUID', 'modifiedDateTime', 'basePath']],
  Users: [['User'], []], User: [[], [...named, 'id']],
  CodeBook: [['Codes', 'Sets'], ['origin']], Codes: [['Code'], []], Code: [['Description', 'NoteRef', 'Code'], [...named, 'isCodable', 'color']],
  Cases: [['Case'], []], Case: [['Description', 'CodeRef', 'VariableValue', 'SourceRef', 'SelectionRef'], named],
  Variables: [['Variable'], []], Variable: [['Description'], [...named, 'typeOfVariable']], VariableValue: [['VariableRef', ...value], []],
  Sets: [['Set'], []], Set: [['Description', 'MemberCode', 'MemberSource', 'MemberNote'], named],
  Sources: [['TextSource', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'], []],
  TextSource: text, Note: text, Representation: text, TextDescription: text,
  PlainTextSelection: [selection, [...named, 'startPosition', 'endPosition', ...stamps]],
  PictureSource: [['Description', 'TextDescription', 'PictureSelection', 'Coding', 'NoteRef', 'VariableValue'], media], PictureSelection: [selection, [...named, ...area, ...stamps]],
  PDFSource: [['Description', 'PDFSelection', 'Representation', 'Coding', 'NoteRef', 'VariableValue'], media], PDFSelection: [['Description', 'Representation', 'Coding', 'NoteRef'], [...named, 'page', ...area, ...stamps]],
  AudioSource: [['Description', 'Transcript', 'AudioSelection', 'Coding', 'NoteRef', 'VariableValue'], media], AudioSelection: [selection, [...named, 'begin', 'end', ...stamps]],
  VideoSource: [['Description', 'Transcript', 'VideoSelection', 'Coding', 'NoteRef', 'VariableValue'], media], VideoSelection: [selection, [...named, 'begin', 'end', ...stamps]],
  Transcript: [['Description', 'PlainTextContent', 'SyncPoint', 'TranscriptSelection', 'NoteRef'], [...named, 'richTextPath', 'plainTextPath', ...stamps]],
  TranscriptSelection: [selection, [...named, 'fromSyncPoint', 'toSyncPoint', ...stamps]], SyncPoint: [[], ['guid', 'timeStamp', 'position']],
  Coding: [['CodeRef', 'NoteRef'], ['guid', 'creatingUser', 'creationDateTime']],
  Graphs: [['Graph'], []], Graph: [['Vertex', 'Edge'], named], Vertex: [[], [...named, 'representedGUID', ...area, 'shape', 'color']],
  Edge: [[], [...named, 'representedGUID', 'sourceVertex', 'targetVertex', 'color', 'direction', 'lineStyle']],
  Notes: [['Note'], []], Links: [['Link'], []], Link: [['NoteRef'], [...named, 'direction', 'color', 'originGUID', 'targetGUID']],
  ...Object.fromEntries(['NoteRef', 'CodeRef', 'SourceRef', 'SelectionRef', 'VariableRef', 'MemberCode', 'MemberSource', 'MemberNote'].map((name): [string, Declared] => [name, [[], name === 'MemberCode' ? ['targetGUID', 'guid'] : ['targetGUID']]])),
};
/** The pseudo namespace of every version that is in use. */
export const projectSpace = 'urn:QDA-XML:project:1.0';
export const codebookSpace = 'urn:QDA-XML:codebook:1.0';
