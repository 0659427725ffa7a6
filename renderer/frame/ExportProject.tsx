import { useEffect, useMemo, useState } from 'react';
import { isProblemRecord, Problem, problemRecord, type ProblemRecord } from '../../shared/model/problem.ts';
import { useAct } from '../core/act.ts';
import { useCore, useLive } from '../core/context.tsx';
import type { Outcome } from '../core/core.ts';
import { useWords } from '../core/words.tsx';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { DocumentsChoice } from '../parts/DocumentChoice.tsx';
import { ProblemNote } from '../parts/Problem.tsx';
import { scrolledByKeys } from '../parts/scrolled.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { ProjectNotes } from '../views/import/ProjectReport.tsx';
import { useSeenCoder, useSeenDocuments } from '../views/code/coders.ts';
import own from '../views/import/project.module.css';
import frame from './frame.module.css';
import { Met } from './Met.tsx';

const formats = ['qdpx', 'qdc', 'archive'] as const;
const positions = ['codePoint', 'utf16'] as const;

/** The study for other programs, with what they will not see. */
export function ExportProject({ close }: { close: () => void }) {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const [format, setFormat] = useState<(typeof formats)[number]>('qdpx');
  const [unit, setUnit] = useState<(typeof positions)[number]>('codePoint');
  const [ours, setOurs] = useState<'with' | 'without'>('with');
  const [told, setTold] = useState<Outcome<'exchange.exportNotes'> | ProblemRecord | null>(null);
  const [documents, setDocuments] = useState<readonly number[]>([]);
  const [coder, setCoder] = useState('all');
  const allDocuments = useSeenDocuments() ?? [];
  const coders = useLive('coder.list', {}) ?? [];
  const bare = ours === 'without';
  // Whoever codes blind takes only her own work along.
  const { coder: seen } = useSeenCoder();
  const who = seen ?? (coder === 'all' ? null : Number(coder));
  const asked = useMemo(() => ({ format, language, positions: unit, bare, ...(format === 'qdc' || documents.length === 0 ? {} : { documents: [...documents] }), ...(format === 'qdc' || who === null ? {} : { coders: who === 0 ? [] : [who] }) }), [format, language, unit, bare, documents, who]);
  useEffect(() => {
    let here = true;
    setTold(null);
    core.flushing.all().then(() => core.call('exchange.exportNotes', asked)).then((found) => { if (here) setTold(found); }, (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      if (here) setTold(problemRecord(error));
    });
    return () => { here = false; };
  }, [core, asked]);
  const save = () => void act(async () => {
    await core.flushing.all();
    if (await core.bridge.save(await core.call('exchange.export', asked))) close();
  });
  const problem = told && isProblemRecord(told) ? told : null;
  const notes = told && !isProblemRecord(told) ? told.notes : [];
  const counted = notes.some(({ code }) => code === 'positions-units');
  return (
    <Sheet title={say('exchange.export.title')} onClose={close}>
      <div className={frame['form']}>
        <p>{say('exchange.export.hint')}</p>
        <Choice label={say('export.format')} wide value={format} onChange={setFormat} options={formats.map((id) => ({ id, label: say(`exchange.export.${id}`) }))} />
        {format !== 'qdc' && allDocuments.length > 1 ? <DocumentsChoice label={say('exchange.export.documents')} wide chosen={documents} all={say('exchange.export.allDocuments')} several={(count) => say('exchange.export.someDocuments', { count })} documents={allDocuments} onChange={setDocuments} /> : null}
        {format !== 'qdc' && coders.length > 1 && seen === undefined ? <Choice label={say('exchange.export.coders')} wide value={coder} onChange={setCoder} options={[{ id: 'all', label: say('exchange.export.allCoders') }, ...coders.map(({ id, name }) => ({ id: String(id), label: name }))]} /> : null}
        {format === 'qdpx' ? <Choice label={say('exchange.export.own')} wide value={ours} onChange={setOurs} options={[{ id: 'with', label: say('exchange.export.with') }, { id: 'without', label: say('exchange.export.without') }]} /> : null}
        {format === 'qdpx' && (counted || unit === 'utf16') ? <Choice label={say('exchange.export.positions')} wide value={unit} onChange={setUnit} options={positions.map((id) => ({ id, label: say(id === 'utf16' ? 'exchange.export.likeNVivo' : 'exchange.export.standard') }))} /> : null}
        {problem ? <ProblemNote problem={problem} /> : notes.length === 0 ? null : <section className={own['told']} {...scrolledByKeys} aria-label={say('exchange.export.told')}><b>{say('exchange.export.told')}</b><ProjectNotes notes={notes} unit={unit} /></section>}
        <Met />
        <div className={frame['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" isDisabled={problem !== null} onPress={save}>{say('word.save')}</Button></div>
      </div>
    </Sheet>
  );
}
