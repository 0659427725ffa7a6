import { Download } from 'lucide-react';
import { fileStem } from '../../../shared/model/fileName.ts';
import { mostCloudWords } from '../../../shared/pictures/cloud.ts';
import { copyPicture } from '../../charts/picture.ts';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu, type MenuEntry } from '../../parts/Menu.tsx';
import { useSessionStore } from '../../session.ts';
import { usePutIntoReport } from '../report/putting.ts';

const formats = ['csv', 'xlsx', 'docx', 'html'] as const;
/** Lines of the stamp that stand at a picture's foot: of how many, which codebook, when. */
const atFoot = 3;
/** As wide as a page's text, CSS pixels. */
const width = 860;

/** Saves what is shown as a file, with how it was asked; where `cloud`, as a picture too. */
export function SaveWords({ kind, asked, label, look = 'default', cloud = false }: { kind: 'words' | 'keyness' | 'kwic'; asked: object; label: string; look?: 'default' | 'icon'; cloud?: boolean }) {
  const words = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const intoReport = usePutIntoReport({ kind, asked });
  const save = (format: (typeof formats)[number]) => void act(async () => { await core.bridge.save(await core.call('exhibit.export', { kind, asked: asked as never, format, language: words.language })); });
  const drawn = async () => {
    const { exhibit, stamp } = await core.call('exhibit.read', { kind, asked: (kind === 'keyness' ? { ...asked, limit: mostCloudWords } : asked) as never, language: words.language });
    const { pictureFileOf } = await import('../../charts/drawn.ts');
    return { title: exhibit.title, ...pictureFileOf(exhibit, { kind: 'cloud', foot: stamp.slice(-atFoot).map(([name, what]) => `${name}: ${what}`).join(' · '), alone: true }, width, words)! };
  };
  const savePicture = (format: 'svg' | 'png') => void act(async () => {
    const file = await drawn();
    await core.bridge.save(await core.bridge.hand(`${fileStem(file.title, 'Picture')}.${format}`, format === 'svg' ? new TextEncoder().encode(file.svg()) : await file.png()));
  });
  const copy = () => void act(async () => {
    await copyPicture(drawn().then((file) => file.png()));
    session.set({ notice: { said: words.say('report.copied') } });
  });
  const pictures: MenuEntry[] = [{ id: 'svg', label: 'SVG', run: () => savePicture('svg') }, { id: 'png', label: 'PNG', run: () => savePicture('png') }, { id: 'copy', label: words.say('report.copy'), run: copy }];
  return (
    <Menu label={label} groups={[{ entries: formats.map((format) => ({ id: format, label: format === 'html' ? 'HTML' : words.say(`export.${format}`), run: () => save(format) })) }, ...(cloud ? [{ title: words.say('picture.kinds.cloud'), entries: pictures }] : []), intoReport]}>
      {look === 'icon' ? <Button look="icon" why={label}><Download size={16} strokeWidth={1.5} /></Button> : <Button><Download size={14} strokeWidth={1.5} />{label}</Button>}
    </Menu>
  );
}
