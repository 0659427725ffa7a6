/** What the codebook drags: 'code:<number>'. */
const dragged = 'concord-code';

/** A code that is dragged over a stripe or its name lights it up; dropped there it recodes it. `onDrop` gets the coding and the code. */
export function createDropping(margin: HTMLElement, onDrop: (coding: number, code: number) => void): () => void {
  let over: string | null = null;
  const light = (coding: string | null) => {
    if (coding === over) return;
    over = coding;
    for (const part of margin.querySelectorAll('.drop')) part.classList.remove('drop');
    if (coding !== null) for (const part of margin.querySelectorAll(`[data-coding="${coding}"]`)) part.classList.add('drop');
  };
  const codingUnder = (event: DragEvent) => (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-coding]')?.dataset['coding'] ?? null : null);
  const onOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes(dragged)) return;
    const coding = codingUnder(event);
    light(coding);
    if (coding === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  };
  const onLeave = (event: DragEvent) => { if (!(event.relatedTarget instanceof Node) || !margin.contains(event.relatedTarget)) light(null); };
  const onDropped = (event: DragEvent) => {
    const coding = codingUnder(event);
    const code = Number(/^code:(\d+)$/.exec(event.dataTransfer?.getData(dragged) ?? '')?.[1]);
    light(null);
    if (coding === null || !code) return;
    event.preventDefault();
    onDrop(Number(coding), code);
  };
  margin.addEventListener('dragenter', onOver);
  margin.addEventListener('dragover', onOver);
  margin.addEventListener('dragleave', onLeave);
  margin.addEventListener('drop', onDropped);
  return () => {
    margin.removeEventListener('dragenter', onOver);
    margin.removeEventListener('dragover', onOver);
    margin.removeEventListener('dragleave', onLeave);
    margin.removeEventListener('drop', onDropped);
  };
}
