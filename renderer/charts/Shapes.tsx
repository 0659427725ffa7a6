import { attributesOf, type Paint, type ShapePicture } from '../../shared/pictures/shapes.ts';

/** A theme's colour as CSS has it: it follows light and dark by itself. */
const themed = (paint: Paint): string => (paint.startsWith('#') ? paint : `var(--${paint})`);
const inReact = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** The shapes of a picture, inside of an SVG element of its size; in the colours of the window unless others are given. */
export function Shapes({ shapes, colour = themed }: { shapes: ShapePicture['shapes']; colour?: (paint: Paint) => string }) {
  return (
    <g aria-hidden="true">
      {shapes.map((shape, index) => {
        const { kind } = shape;
        const attributes = Object.fromEntries(Object.entries(attributesOf(shape, colour)).map(([name, value]) => [inReact(name), value]));
        if (kind === 'text') return <text key={index} {...attributes}>{shape.text}</text>;
        const Kind = kind;
        return <Kind key={index} {...attributes} />;
      })}
    </g>
  );
}
