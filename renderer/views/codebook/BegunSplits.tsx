import { Ellipsis, Split as SplitSign } from 'lucide-react';
import { useState } from 'react';
import { useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { useSeenCoder } from '../code/coders.ts';
import styles from './codebook.module.css';
import { SplitCode } from './SplitCode.tsx';
import { mostSplit, type Split } from './splitting.ts';
import type { Code } from './tree.ts';
import { useSplits } from './useSplits.ts';

/** Splits that were begun and not carried out, above the tree: each is gone on with where it was left, or forgotten. */
export function BegunSplits({ codes }: { codes: readonly Code[] }) {
  const { splits, put } = useSplits(codes);
  const [open, setOpen] = useState<number | null>(null);
  const begun = codes.flatMap((code) => { const split = splits.get(code.uuid); return split && code.codings > 0 ? [{ code, split }] : []; });
  const shown = codes.find((code) => code.id === open);
  return (
    <>
      {begun.map(({ code, split }) => <Begun key={code.id} code={code} split={split} goOn={() => setOpen(code.id)} forget={() => put(code.uuid, null)} />)}
      {shown ? <SplitCode code={shown} close={() => setOpen(null)} /> : null}
    </>
  );
}

function Begun({ code, split, goOn, forget }: { code: Code; split: Split; goOn: () => void; forget: () => void }) {
  const { say } = useWords();
  const codings = useLive('code.codings', { code: code.id, limit: mostSplit, ...useSeenCoder() });
  if (!codings) return null;
  const counts = { decided: codings.filter((coding) => split.decided.has(coding)).length, of: codings.length };
  const label = say('split.goOn', { code: code.name, ...counts });
  return (
    <div className={styles['begun']}>
      <button type="button" title={label} aria-label={label} onClick={goOn}>
        <SplitSign size={13} strokeWidth={1.5} aria-hidden /><span><bdi>{say('split.title', { code: code.name })}</bdi></span><small>{say('split.begun', counts)}</small>
      </button>
      <Menu label={label} groups={[{ entries: [{ id: 'goOn', label: say('split.goOnMenu'), run: goOn }, { id: 'forget', label: say('split.forget'), danger: true, run: forget }] }]}>
        <Button look="icon" why={`${say('code.more')}: ${label}`}><Ellipsis size={12} strokeWidth={1.5} /></Button>
      </Menu>
    </div>
  );
}
