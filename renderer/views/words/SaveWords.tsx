import { Download } from 'lucide-react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { usePutIntoReport } from '../report/putting.ts';

const formats = ['csv', 'xlsx', 'docx', 'html'] as const;

/** Saves what is shown as a file, with how it was asked. */
export function SaveWords({ kind, asked, label, look = 'default' }: { kind: 'words' | 'keyness' | 'kwic'; asked: object; label: string; look?: 'default' | 'icon' }) {
  const words = useWords();
  const core = useCore();
  const act = useAct();
  const intoReport = usePutIntoReport({ kind, asked });
  const save = (format: (typeof formats)[number]) => void act(async () => { await core.bridge.save(await core.call('exhibit.export', { kind, asked: asked as never, format, language: words.language })); });
  return (
    <Menu label={label} groups={[{ entries: formats.map((format) => ({ id: format, label: format === 'html' ? 'HTML' : words.say(`export.${format}`), run: () => save(format) })) }, intoReport]}>
      {look === 'icon' ? <Button look="icon" why={label}><Download size={16} strokeWidth={1.5} /></Button> : <Button><Download size={14} strokeWidth={1.5} />{label}</Button>}
    </Menu>
  );
}
