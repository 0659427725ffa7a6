import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent, TitleComponent, LegendComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

register([BarChart, CustomChart, ScatterChart, LabelLayout, GraphicComponent, GridComponent, TitleComponent, LegendComponent, AriaComponent, SVGRenderer]);
export type Chart = EChartsType;
/** A chart that is drawn as SVG: sharp in print, readable by a screen reader. */
export const createChart = (element: HTMLElement, width: number, height: number): Chart => init(element, null, { renderer: 'svg', width, height });
