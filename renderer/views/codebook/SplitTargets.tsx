import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { nameKey, normaliseName } from '../../../shared/model/text.ts';
import { useWords } from '../../core/words.tsx';
import { Button } from '../../parts/Button.tsx';
import parts from '../../parts/parts.module.css';
import { Sign } from '../../parts/Sign.tsx';
import { useSeenCodes } from '../code/coders.ts';
import styles from './split.module.css';
import { decide, toggled, withoutTarget, type Split } from './splitting.ts';
import type { Code } from './tree.ts';

interface TargetsProps { readonly code: Code; readonly split: Split; readonly at: string; readonly put: (split: Split) => void; readonly choose: (to: readonly number[]) => void; /** Out of the field, to where digits choose. */ readonly leave: () => void }
/** Codes offered at once. */
const most = 6;

/** The codes that the passage in sight may go to, each with its digit; more are found or made by typing. */
export function SplitTargets({ code, split, at, put, choose, leave }: TargetsProps) {
  const { say } = useWords();
  const codes = useSeenCodes() ?? [];
  const decision = split.decided.get(at);
  const counted = (place: number) => [...split.decided.values()].filter(({ to }) => to.includes(place)).length;
  return (
    <div className={styles['targets']}>
      <h3>{say('split.to')}</h3>
      <ol>
        {split.targets.map((target, place) => {
          const known = 'code' in target ? codes.find((each) => each.uuid === target.code) : undefined;
          const name = 'create' in target ? target.create : known?.name ?? '';
          const on = decision?.to.includes(place) ?? false;
          return (
            <li key={place} data-on={on || undefined}>
              <button type="button" aria-pressed={on} title={known?.path ?? name} onClick={(event) => { if (event.shiftKey) put({ ...toggled(split, at, place), at }); else choose([place]); }}>
                <kbd>{place < 9 ? place + 1 : ''}</kbd><Sign facet={code.facet} colour={known?.colour} /><span><bdi>{name}</bdi></span>{'create' in target ? <small>{say('split.isNew')}</small> : null}<small>{counted(place) || ''}</small>
              </button>
              <Button look="icon" why={say('split.dropTarget', { code: name })} onPress={() => put(withoutTarget({ ...split, at }, place))}><X size={12} strokeWidth={1.5} /></Button>
            </li>
          );
        })}
        <li data-on={(decision !== undefined && decision.to.length === 0) || undefined}>
          <button type="button" aria-pressed={decision !== undefined && decision.to.length === 0} onClick={() => choose([])}><kbd>0</kbd><Sign facet={code.facet} colour={code.colour} /><span>{say('split.stay', { code: code.name })}</span></button>
        </li>
      </ol>
      <AddTarget code={code} codes={codes} split={split} add={(target) => put({ ...split, at, targets: [...split.targets, target] })} leave={leave} />
      <label className={styles['keep']}><input type="checkbox" checked={decision?.keep ?? false} disabled={!decision || decision.to.length === 0} onChange={(event) => put({ ...decide(split, at, { to: decision?.to ?? [], keep: event.target.checked }), at })} />{say('split.keep', { code: code.name })}</label>
      <p className={styles['hint']}>{say('split.keys')}</p>
    </div>
  );
}

function AddTarget({ code, codes, split, add, leave }: { code: Code; codes: readonly Code[]; split: Split; add: (target: Split['targets'][number]) => void; leave: () => void }) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const words = nameKey(typed).split(' ').filter(Boolean);
  const name = normaliseName(typed).slice(0, 400);
  const taken = new Set(split.targets.flatMap((target) => ('code' in target ? [target.code] : [])));
  const parent = split.place === 'below' ? code.id : code.parent;
  const fitting = words.length === 0 ? [] : codes.filter((each) => each.facet === code.facet && each.id !== code.id && !taken.has(each.uuid) && words.every((word) => [each.path, ...each.aliases].some((text) => nameKey(text).includes(word)))).slice(0, most);
  const isFree = name !== '' && !codes.some((each) => each.facet === code.facet && each.parent === parent && nameKey(each.name) === nameKey(name)) && !split.targets.some((target) => 'create' in target && nameKey(target.create) === nameKey(name));
  const options = [...fitting.map((each) => ({ id: String(each.id), label: each.path, colour: each.colour, target: { code: each.uuid } })), ...(isFree ? [{ id: 'new', label: say('palette.create', { name, facet: say(`facet.${code.facet}`) }), colour: null, target: { create: name } }] : [])];
  const take = (id: string) => {
    const option = options.find((each) => each.id === id);
    if (!option) return;
    add(option.target);
    setTyped('');
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField className={parts['field'] ?? ''}><Label>{say('split.add')}</Label><Input className={parts['input'] ?? ''} autoComplete="off" spellCheck={false} onKeyDown={(event) => { if (event.key === 'Escape' && !event.nativeEvent.isComposing) { event.preventDefault(); event.stopPropagation(); setTyped(''); leave(); } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && options.length > 0 && !event.currentTarget.getAttribute('aria-activedescendant')) { event.preventDefault(); take(options[0]!.id); } }} /></TextField>
      {options.length === 0 ? null : (
        <ListBox aria-label={say('split.add')} className={`${parts['options']} ${styles['offered']}`} items={options} dependencies={[options]} onAction={(key) => take(String(key))}>
          {(option) => <ListBoxItem id={option.id} textValue={option.label} className={parts['option'] ?? ''}>{option.colour === null ? <Plus size={12} aria-hidden /> : <Sign facet={code.facet} colour={option.colour} />}<span className={parts['cut']}><bdi>{option.label}</bdi></span></ListBoxItem>}
        </ListBox>
      )}
    </Autocomplete>
  );
}
