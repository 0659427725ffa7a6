import { useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { nameKey } from '../../../shared/model/text.ts';
import { useAct } from '../../core/act.ts';
import { useCore, useLive } from '../../core/context.tsx';
import { useWords } from '../../core/words.tsx';
import frame from '../../frame/frame.module.css';
import { Button } from '../../parts/Button.tsx';
import parts from '../../parts/parts.module.css';
import { Sheet } from '../../parts/Sheet.tsx';
import { Sign } from '../../parts/Sign.tsx';
import { useSessionStore } from '../../session.ts';
import { useSeenCoder, useSeenCodes } from '../code/coders.ts';
import styles from './codebook.module.css';
import type { Code } from './tree.ts';

/** Asks for the code that another is merged into, says what that does, and does it. */
export function MergeCode({ code, close }: { code: Code; close: () => void }) {
  const { say, language } = useWords();
  const core = useCore();
  const act = useAct();
  const session = useSessionStore();
  const codes = useSeenCodes() ?? [];
  const seen = useSeenCoder();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState<number | null>(null);
  const others = othersOf(codes, code);
  const wanted = nameKey(typed).split(' ').filter(Boolean);
  const shown = others.filter((each) => wanted.every((word) => [each.path, ...each.aliases].some((name) => nameKey(name).includes(word))));
  const chosen = others.find((each) => each.id === into);
  const merge = () => void act(async () => {
    if (!chosen) return;
    await core.flushing.all();
    await core.call('code.merge', { code: code.id, into: chosen.id, language });
    session.set({ litCode: chosen.id, aside: { kind: 'code', id: chosen.id } });
    close();
  });
  return (
    <Sheet title={say('merge.title', { code: code.name })} onClose={close}>
      <div className={frame['form']}>
        {others.length === 0 ? <p>{say('merge.noOther', { facet: say(`facet.${code.facet}`) })}</p> : (
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField className={parts['field'] ?? ''} autoFocus><Label>{say('merge.find')}</Label><Input className={parts['input'] ?? ''} autoComplete="off" spellCheck={false} /></TextField>
            <ListBox aria-label={say('merge.find')} className={`${parts['options']} ${styles['others']}`} items={shown} selectionMode="single" selectedKeys={into === null ? [] : [into]}
              onSelectionChange={(keys) => setInto(keys === 'all' ? null : Number([...keys][0] ?? into))} renderEmptyState={() => <p>{say('frame.nothingFound', { typed })}</p>}>
              {(each) => (
                <ListBoxItem id={each.id} textValue={each.path} className={parts['option'] ?? ''}>
                  <Sign facet={each.facet} colour={each.colour} /><span className={parts['cut']}><bdi>{each.path}</bdi></span><small>{each.codings === 0 ? '' : each.codings}</small>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        )}
        {seen.coder === undefined ? null : <p>{say('margin.onlyMineCount')}</p>}
        {chosen ? <Preview code={code} into={chosen} /> : null}
        <div className={frame['ends']}><Button onPress={close}>{say('word.cancel')}</Button><Button look="primary" onPress={merge} isDisabled={!chosen}>{say('merge.run')}</Button></div>
      </div>
    </Sheet>
  );
}

/** Those of the same facet, but for the code itself and what stands below it. */
function othersOf(codes: readonly Code[], code: Code): Code[] {
  const below = new Set([code.id]);
  // Parents come before their children.
  for (const each of codes) if (each.parent !== null && below.has(each.parent)) below.add(each.id);
  return codes.filter((each) => each.facet === code.facet && !below.has(each.id));
}

function Preview({ code, into }: { code: Code; into: Code }) {
  const { say, list } = useWords();
  const seen = useSeenCoder();
  const does = useLive('code.mergePreview', { code: code.id, into: into.id, ...seen }, true);
  if (!does) return null;
  const names = { code: code.name, into: into.name };
  const counted = (['coinciding', 'differing', 'offScale', 'memos', 'moved', 'merged', 'parties', 'bothSides'] as const).filter((what) => does[what] > 0);
  return (
    <ul className={styles['preview']} aria-live="polite">
      <li>{does.codings === 0 ? say(does.hidden > 0 ? 'blind.noneOfYours' : 'merge.nothing') : say('merge.codings', { ...names, count: does.codings })}</li>
      {counted.map((what) => <li key={what}>{say(`merge.${what}`, { ...names, count: does[what] })}</li>)}
      {does.register.length > 0 ? <li>{say('merge.register', { ...names, count: does.register.length, names: list(does.register) })}</li> : null}
      {does.joined.length > 0 ? <li>{say('merge.joined', { what: list(does.joined.map((part) => say(`field.${part}`))) })}</li> : null}
      {does.hidden > 0 ? <li>{say('blind.alsoChange', { count: does.hidden })}</li> : null}
      <li>{say('merge.alias', names)}</li>
      <li>{say('code.deleteUndo')}</li>
    </ul>
  );
}
