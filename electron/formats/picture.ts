import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, setPlatformAPI, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { widthOf } from '../../shared/pictures/drawing.ts';
import type { Picture } from '../../shared/pictures/frame.ts';

register([BarChart, CustomChart, ScatterChart, AriaComponent, GraphicComponent, GridComponent, LegendComponent, TitleComponent, LabelLayout, SVGRenderer]);
// There is no page to measure with. Typefaces differ in width from machine to machine, so a text is taken for a little wider than it is.
setPlatformAPI({ measureText: (text, font) => ({ width: widthOf(text, Number.parseFloat(/([\d.]+)px/.exec(font ?? '')?.[1] ?? '12')) * 1.12 }) });

/** A picture as SVG text, drawn without a page; the same text for the same picture. `prefix` keeps its ids apart from those of other pictures on a page. */
export function svgOf({ option, width, height }: Picture, prefix: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    // What lights up under a pointer has no use in a file, and ids that count on through the process would make the same picture differ.
    return chart.renderToSVGString().replace(/<style\b[\s\S]*?<\/style>/g, '').replace(/ (?:ecmeta_[a-z_]+|class|pointer-events)="[^"]*"/g, '').replace(/\bzr\d+-([\w-]+)/g, `${prefix}-$1`);
  } finally { chart.dispose(); }
}
