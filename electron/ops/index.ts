import { adoptAgreements, decideDisagreements, reopenDisagreements } from './adjudicating.ts';
import { tableOfAgreement } from './agreement.ts';
import { documentsOfAgreement } from './agreementDocuments.ts';
import { roundsOfAgreement } from './agreementRounds.ts';
import { listDisagreements } from './disagreements.ts';
import { finishDocument, listFinished, resumeDocument } from './finishing.ts';
import type { z } from 'zod';
import type { Topic } from '../../shared/model/change.ts';
import { changeAttribute } from './attributeChange.ts';
import { createAttribute, listAttributes, moveAttribute, removeAttribute, setAttribute } from './attributes.ts';
import { changeMembers, createSet, listSets, removeSet, renameSet } from './codeSets.ts';
import { changeCode, createCode, listCodes } from './codes.ts';
import { moveCode, recolourCodes, removalOfCode, removeCode } from './severalCodes.ts';
import { applyCodes, changeCoding, listCodings, removeCoding } from './codings.ts';
import { ratingsOfCode, takeExample } from './describing.ts';
import { createDocument, editDocument, listDocuments, readDocument, removeDocument, renameDocument } from './documents.ts';
import { exportDocuments, listDocumentLines } from './documentExport.ts';
import { checkStudy } from './check.ts';
import { conflictComparison } from './conflictComparison.ts';
import { conflictMatrix, facingQuotations } from './conflictMatrix.ts';
import { addPoint, changePoint, movePoint, removePoint } from './conflictPoints.ts';
import { chooseSide, conflictsOfPassage, linkToConflict, quotePlaces, sortIntoRegister, unlinkFromConflict, unsortedConflicts } from './conflictPassages.ts';
import { changeConflict, createConflict, listConflicts, mergeConflicts, moveConflict, nameConflicts, readConflict, removeConflict } from './conflicts.ts';
import { exportCodebook, importCodebook, previewCodebook } from './codebook.ts';
import { addManyCodings, importCodings } from './codingSheet.ts';
import { exportExchange, noteExchange, previewExchange, takeExchange } from './exchange.ts';
import { exportExhibit, listExhibitKinds, readExhibit } from './exhibiting.ts';
import { exportExcerpts } from './export.ts';
import { importDocuments, previewImport } from './import.ts';
import { exportPeople } from './peopleExport.ts';
import { importPeople, previewPeople } from './peopleSheet.ts';
import { codingsOfCode, countOfCode, excerptsOfCode, listExcerpts } from './excerpts.ts';
import { fillDocuments, fillParticipants } from './filling.ts';
import { forgetHandOut, listHandOuts, makeHandOut, previewHandOut } from './handOuts.ts';
import { listHistory, redo, undo } from './history.ts';
import { exportMemos } from './memoExport.ts';
import { resolveLinks } from './memoLinks.ts';
import { findMemos, listMemos, mentionsOf, readMemo, removeMemo, writeMemo } from './memos.ts';
import { compareBooks, mergeBook } from './mergingBooks.ts';
import { mergePeople, previewMergePeople } from './mergingPeople.ts';
import { mergeCode, previewMerge } from './merging.ts';
import type { Operation } from './operation.ts';
import { findCodingsByWords, findPassagesByWords, listNotedPassages } from './passages.ts';
import { previewReplacement, replaceDocument } from './replacing.ts';
import { recodeCoding, resizePassage } from './resizing.ts';
import { documentPortrait } from './portrait.ts';
import { tableMake } from './table.ts';
import { tableQuotations } from './tableQuotations.ts';
import { testsOfTable } from './tableTests.ts';
import { oneSidedCells } from './tableVoices.ts';
import { joinTurns, speakTurns, splitTurn } from './turns.ts';
import { restateCodebook } from './restating.ts';
import { readSnapshot } from './snapshotOf.ts';
import { listMerges, readMerge } from './mergeHistory.ts';
import { mergeStudy, previewStudyMerge } from './studyMerge.ts';
import { takeSnapshot } from './snapshots.ts';
import { assignTurns, changeParticipant, createParticipant, listParticipants, removeParticipant } from './participants.ts';
import { evidenceOf } from './ratingEvidence.ts';
import { ratingGrid } from './ratingGrid.ts';
import { perceptionTable, ratingTable } from './ratings.ts';
import { codePassages, countPassages, findPassages } from './query.ts';
import { countChoices } from './queryChoices.ts';
import { duplicateQuery, listSaved, removeQuery, renameQuery, saveQuery } from './savedQueries.ts';
import { noteMade } from './reportChanges.ts';
import { exportReport, showPart } from './reporting.ts';
import { addPart, changePart, createReport, duplicateReport, listReports, movePart, readReport, removeReport, renameReport, takePart } from './reports.ts';
import { listSavedTables, removeTable, renameTable, saveTable } from './savedTables.ts';
import { changeVersion, diffVersions, exportDiff, listVersions, nameVersion, readVersionNow, removeVersion } from './versions.ts';
import { codeFound, findText } from './search.ts';
import { assignSpeakers, listSpeakers, listSpoken } from './speakers.ts';
import { kindOfSheet } from './sheetKind.ts';
import { splitCode } from './splitting.ts';
import { compareText, historyOfText } from './textHistory.ts';
import { changeProject, listCoders, readProject } from './project.ts';
import { codeWord, keywordInContext } from './kwic.ts';
import { addToList, countWith, readLists, takeOffList } from './listedWords.ts';
import { tableOfWords } from './words.ts';
import { answersOfQuestion } from './surveyAnswers.ts';
import { importSurvey, previewSurvey } from './surveyImport.ts';
import { jointDisplay } from './surveyJoint.ts';
import { linkAnswers, proposeLinks, unlinkAnswer } from './surveyLinks.ts';
import { changeSurvey, listSurveys, removalOfSurvey, removeSurvey } from './surveys.ts';
import { changeQuestion, previewQuestion } from './surveyQuestion.ts';
import { tableOfSurvey, testsOfSurvey } from './surveyTables.ts';

/** Everything that can be asked of an open study. Menus, palette, shortcuts, command line and both doors call these. */
export const operations = {
  'project.read': readProject,
  'project.change': changeProject,
  'coder.list': listCoders,
  'document.list': listDocuments,
  'document.read': readDocument,
  'document.lines': listDocumentLines,
  'document.export': exportDocuments,
  'document.create': createDocument,
  'document.edit': editDocument,
  'document.rename': renameDocument,
  'document.remove': removeDocument,
  'document.replacePreview': previewReplacement,
  'document.replace': replaceDocument,
  'document.history': historyOfText,
  'document.compare': compareText,
  'participant.list': listParticipants,
  'participant.create': createParticipant,
  'participant.change': changeParticipant,
  'participant.remove': removeParticipant,
  'participant.fill': fillParticipants,
  'participant.spoken': listSpoken,
  'document.fill': fillDocuments,
  'participant.mergePreview': previewMergePeople,
  'participant.merge': mergePeople,
  'turn.assign': assignTurns,
  'turn.split': splitTurn,
  'turn.join': joinTurns,
  'turn.speak': speakTurns,
  'speaker.list': listSpeakers,
  'speaker.assign': assignSpeakers,
  'attribute.list': listAttributes,
  'attribute.create': createAttribute,
  'attribute.change': changeAttribute,
  'attribute.move': moveAttribute,
  'attribute.remove': removeAttribute,
  'attribute.set': setAttribute,
  'code.list': listCodes,
  'code.create': createCode,
  'code.change': changeCode,
  'code.move': moveCode,
  'code.example': takeExample,
  'code.ratings': ratingsOfCode,
  'code.recolour': recolourCodes,
  'code.removal': removalOfCode,
  'code.remove': removeCode,
  'code.excerpts': excerptsOfCode,
  'code.codings': codingsOfCode,
  'code.count': countOfCode,
  'code.mergePreview': previewMerge,
  'code.merge': mergeCode,
  'code.split': splitCode,
  'codeSet.list': listSets,
  'codeSet.create': createSet,
  'codeSet.rename': renameSet,
  'codeSet.members': changeMembers,
  'codeSet.remove': removeSet,
  'coding.list': listCodings,
  'coding.apply': applyCodes,
  'coding.change': changeCoding,
  'coding.remove': removeCoding,
  'coding.recode': recodeCoding,
  'passage.resize': resizePassage,
  'passage.noted': listNotedPassages,
  'passage.byWords': findPassagesByWords,
  'coding.byWords': findCodingsByWords,
  'memo.list': listMemos,
  'memo.write': writeMemo,
  'memo.remove': removeMemo,
  'memo.find': findMemos,
  'memo.read': readMemo,
  'memo.mentions': mentionsOf,
  'memo.resolve': resolveLinks,
  'memo.export': exportMemos,
  'table.make': tableMake,
  'table.tests': testsOfTable,
  'table.quotations': tableQuotations,
  'table.portrait': documentPortrait,
  'table.oneSided': oneSidedCells,
  'ratings.table': ratingTable,
  'ratings.perception': perceptionTable,
  'ratings.grid': ratingGrid,
  'ratings.evidence': evidenceOf,
  'excerpt.list': listExcerpts,
  'excerpt.export': exportExcerpts,
  'search.find': findText,
  'search.code': codeFound,
  'query.find': findPassages,
  'query.count': countPassages,
  'query.choices': countChoices,
  'query.code': codePassages,
  'query.saved': listSaved,
  'query.save': saveQuery,
  'query.rename': renameQuery,
  'query.duplicate': duplicateQuery,
  'query.remove': removeQuery,
  'exhibit.kinds': listExhibitKinds,
  'exhibit.read': readExhibit,
  'exhibit.export': exportExhibit,
  'savedTable.list': listSavedTables,
  'savedTable.save': saveTable,
  'savedTable.rename': renameTable,
  'savedTable.remove': removeTable,
  'report.list': listReports,
  'report.read': readReport,
  'report.show': showPart,
  'report.create': createReport,
  'report.rename': renameReport,
  'report.duplicate': duplicateReport,
  'report.remove': removeReport,
  'report.add': addPart,
  'report.change': changePart,
  'report.move': movePart,
  'report.take': takePart,
  'report.made': noteMade,
  'report.export': exportReport,
  'import.preview': previewImport,
  'sheet.kind': kindOfSheet,
  'document.import': importDocuments,
  'participant.preview': previewPeople,
  'participant.import': importPeople,
  'participant.export': exportPeople,
  'coding.import': importCodings,
  'codebook.export': exportCodebook,
  'codebook.preview': previewCodebook,
  'codebook.import': importCodebook,
  'codebook.compare': compareBooks,
  'codebook.merge': mergeBook,
  'version.list': listVersions,
  'version.now': readVersionNow,
  'version.name': nameVersion,
  'version.change': changeVersion,
  'version.remove': removeVersion,
  'version.diff': diffVersions,
  'version.export': exportDiff,
  'coding.add': addManyCodings,
  'conflict.list': listConflicts,
  'conflict.names': nameConflicts,
  'conflict.read': readConflict,
  'conflict.create': createConflict,
  'conflict.change': changeConflict,
  'conflict.move': moveConflict,
  'conflict.remove': removeConflict,
  'conflict.merge': mergeConflicts,
  'conflict.addPoint': addPoint,
  'conflict.changePoint': changePoint,
  'conflict.movePoint': movePoint,
  'conflict.removePoint': removePoint,
  'conflict.link': linkToConflict,
  'conflict.unlink': unlinkFromConflict,
  'conflict.side': chooseSide,
  'conflict.ofPassage': conflictsOfPassage,
  'conflict.quote': quotePlaces,
  'conflict.unsorted': unsortedConflicts,
  'conflict.sort': sortIntoRegister,
  'conflict.matrix': conflictMatrix,
  'conflict.compared': conflictComparison,
  'conflict.facing': facingQuotations,
  'study.check': checkStudy,
  'study.take': takeSnapshot,
  'study.mergePreview': previewStudyMerge,
  'study.merge': mergeStudy,
  'study.mergeList': listMerges,
  'study.mergeRead': readMerge,
  'study.snapshot': readSnapshot,
  'exchange.preview': previewExchange,
  'exchange.take': takeExchange,
  'exchange.export': exportExchange,
  'exchange.exportNotes': noteExchange,
  'handOut.preview': previewHandOut,
  'handOut.make': makeHandOut,
  'handOut.list': listHandOuts,
  'handOut.forget': forgetHandOut,
  'survey.preview': previewSurvey,
  'survey.import': importSurvey,
  'survey.list': listSurveys,
  'survey.change': changeSurvey,
  'survey.removal': removalOfSurvey,
  'survey.remove': removeSurvey,
  'survey.previewQuestion': previewQuestion,
  'survey.changeQuestion': changeQuestion,
  'survey.table': tableOfSurvey,
  'survey.tests': testsOfSurvey,
  'survey.answers': answersOfQuestion,
  'survey.proposals': proposeLinks,
  'survey.link': linkAnswers,
  'survey.unlink': unlinkAnswer,
  'survey.joint': jointDisplay,
  'codebook.restate': restateCodebook,
  'agreement.table': tableOfAgreement,
  'agreement.documents': documentsOfAgreement,
  'agreement.rounds': roundsOfAgreement,
  'agreement.disagreements': listDisagreements,
  'agreement.decide': decideDisagreements,
  'agreement.reopen': reopenDisagreements,
  'agreement.adopt': adoptAgreements,
  'document.finish': finishDocument,
  'document.resume': resumeDocument,
  'document.finished': listFinished,
  'words.table': tableOfWords,
  'words.kwic': keywordInContext,
  'words.code': codeWord,
  'words.lists': readLists,
  'words.add': addToList,
  'words.countWith': countWith,
  'words.remove': takeOffList,
  'history.list': listHistory,
  'history.undo': undo,
  'history.redo': redo,
} satisfies Record<string, Operation>;

export type Operations = typeof operations;
export type OpName = keyof Operations;
export type InputOf<N extends OpName> = z.input<Operations[N]['input']>;
export type OutputOf<N extends OpName> = ReturnType<Operations[N]['run']>;
/** What comes back: the value, and for queries what was read to find it. */
export interface Answer<V> { readonly value: V; readonly reads: readonly Topic[] }
/** The only door: what a window, a browser or the command line says to the core. */
export type Call = <N extends OpName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
