import { useState, type ReactNode } from 'react';
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { facets, type Facet } from '../../shared/model/schema.ts';
import { nameKey } from '../../shared/model/text.ts';
import type { Outcome } from '../core/core.ts';
import { useWords } from '../core/words.tsx';
import { Button } from './Button.tsx';
import { Choice } from './Choice.tsx';
import styles from './codeall.module.css';
import parts from './parts.module.css';
import { Sign } from './Sign.tsx';

type Code = Outcome<'code.list'>[number];
export type ChosenCode = number | { readonly path: string; readonly facet: Facet };

/** The bar under what was found: codes what was picked, or all of it, with a code that may be made here. */
export function CodeAll({ what, codes, picked, total, hint, onPickNone, onCode, children }: {
  /** What was found: hits of a search, or passages of a query. */
  what: 'search' | 'query';
  codes: readonly Code[]; picked: number; total: number; hint: string; onPickNone: () => void; onCode: (code: ChosenCode, name: string) => void; children?: ReactNode;
}) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState<number | null>(null);
  const [facet, setFacet] = useState<Facet>('theme');
  const known = codes.find((each) => (code === null ? nameKey(each.path) === nameKey(typed) : each.id === code));
  const isNew = !known && typed.trim() !== '';
  const count = picked || total;
  const find = say(what === 'search' ? 'search.findCode' : 'query.codeFor');
  const applied = what === 'search' ? say(picked > 0 ? 'search.apply' : 'search.applyAll', { count }) : say(picked > 0 ? 'query.apply' : 'query.applyAll', { count });
  return (
    <footer className={styles['coding']}>
      <span className={styles['picked']} aria-live="polite">{picked > 0 ? say('search.picked', { count: picked }) : hint}</span>
      {picked > 0 ? <Button look="plain" onPress={onPickNone}>{say('search.pickNone')}</Button> : null}
      <span className={parts['grow']} />
      <ComboBox aria-label={find} allowsCustomValue defaultItems={codes} inputValue={typed} onInputChange={(text) => { setTyped(text); setCode(null); }} selectedKey={code}
        onSelectionChange={(key) => { const chosen = codes.find((each) => each.id === key); setCode(chosen?.id ?? null); if (chosen) setTyped(chosen.path); }} menuTrigger="focus">
        <Input className={`${parts['input']} ${styles['code']}`} placeholder={find} />
        <Popover className={parts['float'] ?? ''} offset={4} placement="top start">
          <ListBox className={parts['options'] ?? ''}>
            {(each: Code) => <ListBoxItem id={each.id} textValue={each.path} className={parts['option'] ?? ''}><Sign facet={each.facet} colour={each.colour} /><span className={parts['cut']}>{each.path}</span></ListBoxItem>}
          </ListBox>
        </Popover>
      </ComboBox>
      {isNew ? <Choice label={say('search.newCode')} value={facet} options={facets.map((id) => ({ id, label: say(`facet.${id}`), sign: <Sign facet={id} /> }))} onChange={setFacet} /> : null}
      {children}
      <Button look="primary" isDisabled={!known && !isNew} onPress={() => onCode(known ? known.id : { path: typed, facet }, known?.name ?? typed.trim())}>{applied}</Button>
    </footer>
  );
}
