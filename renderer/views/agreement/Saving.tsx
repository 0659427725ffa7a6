import { Download } from 'lucide-react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { usePutIntoReport } from '../report/putting.ts';

const formats = ['csv', 'xlsx', 'docx', 'html', 'md', 'json'] as const;
const pictures = ['svg', 'png'] as const;
/** What is drawn as a picture by itself. */
const drawn: ReadonlySet<string> = new Set(['agreement', 'agreementDocuments', 'agreementCoders', 'agreementRounds']);
export type AgreementKind = 'agreement' | 'agreementDocuments' | 'agreementCoders' | 'agreementRounds' | 'disagreements';

/** Saves what is shown as a file, with how it was asked, or puts it into a report. */
export function Saving({ kind, asked, look = 'default' }: { kind: AgreementKind; asked: object; look?: 'default' | 'icon' }) {
  const words = useWords();
  const core = useCore();
  const act = useAct();
  const intoReport = usePutIntoReport({ kind, asked, picture: kind === 'agreementRounds' ? 'agreement' : null });
  const save = (format: (typeof formats)[number] | (typeof pictures)[number]) => void act(async () => { await core.bridge.save(await core.call('exhibit.export', { kind, asked: asked as never, format, language: words.language, picture: kind === 'agreementCoders' && (format === 'svg' || format === 'png') ? 'heatmap' : null })); });
  return (
    <Menu label={words.say('tables.save')} groups={[{ title: words.say('tables.table'), entries: formats.map((format) => ({ id: format, label: format === 'html' || format === 'json' ? format.toUpperCase() : format === 'md' ? 'Markdown' : words.say(`export.${format}`), run: () => save(format) })) }, ...(drawn.has(kind) ? [{ title: words.say('tables.picture'), entries: pictures.map((format) => ({ id: format, label: format.toUpperCase(), run: () => save(format) })) }] : []), intoReport]}>
      {look === 'icon' ? <Button look="icon" why={words.say('tables.save')}><Download size={16} strokeWidth={1.5} /></Button> : <Button><Download size={14} strokeWidth={1.5} />{words.say('tables.save')}</Button>}
    </Menu>
  );
}
