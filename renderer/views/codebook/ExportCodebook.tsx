import { useState } from 'react';
import { useAct } from '../../core/act.ts';
import { useCore } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import frame from '../../frame/frame.module.css';
import { Met } from '../../frame/Met.tsx';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCoder } from '../code/coders.ts';

const formats = ['docx', 'md', 'csv'] as const;

/** The codebook as a file, or on paper. */
export function ExportCodebook({ close }: { close: () => void }) {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const seen = useSeenCoder();
  const [format, setFormat] = useState<(typeof formats)[number]>('docx');
  const save = () => void act(async () => {
    await core.flushing.all();
    if (await core.bridge.save(await core.call('codebook.export', { format, language, ...seen }))) close();
  });
  const print = () => { close(); session.set({ printing: true }); };
  return (
    <Sheet title={say('bookExport.title')} onClose={close}>
      <div className={frame['form']}>
        <p>{say('bookExport.hint')}{seen.coder === undefined ? '' : ` ${say('margin.onlyMineCount')}`}</p>
        <Choice label={say('export.format')} wide value={format} onChange={setFormat} options={formats.map((id) => ({ id, label: say(`export.${id}`) }))} />
        <Met />
        <div className={frame['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button onPress={print}>{say('bookExport.print')}</Button><Button look="primary" onPress={save}>{say('word.save')}</Button></div>
      </div>
    </Sheet>
  );
}
