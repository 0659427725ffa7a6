import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import parts from '../../parts/parts.module.css';

/** A text for which what was written before is offered; taken over when the person leaves it, presses Enter, or chooses. */
export function Suggested({ label, value, options, onCommit }: { label: string; value: string; options: readonly string[]; onCommit: (value: string) => unknown }) {
  const [written, setWritten] = useState<string | null>(null);
  const typed = written ?? value;
  const commit = (text: string) => {
    if (text.trim() !== value) void onCommit(text.trim());
    setWritten(null);
  };
  return (
    <ComboBox className={parts['field'] ?? ''} allowsCustomValue defaultItems={options.map((id) => ({ id }))} inputValue={typed} onInputChange={setWritten} selectedKey={options.includes(typed) ? typed : null} menuTrigger="focus" onSelectionChange={(key) => { if (key !== null) commit(String(key)); }} onBlur={() => commit(typed)}>
      <Label>{label}</Label>
      <Input className={parts['input'] ?? ''} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit(typed); }} />
      <Popover className={parts['float'] ?? ''} offset={4}>
        <ListBox className={parts['options'] ?? ''}>{({ id }: { id: string }) => <ListBoxItem id={id} textValue={id} className={parts['option'] ?? ''}><span className={parts['cut']}>{id}</span></ListBoxItem>}</ListBox>
      </Popover>
    </ComboBox>
  );
}
