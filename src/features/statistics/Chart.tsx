import '@mantine/charts/styles.css';
import './Chart.css';
import { BarChart } from '@mantine/charts';

export interface ChartSeries {
  /** The key of the figure in each bar, and what the legend calls it. */
  name: string;
  color: string;
}

interface ChartProps {
  bars: Record<string, string | number>[];
  /** The key of each bar's own name. */
  dataKey: string;
  series: readonly ChartSeries[];
  /** Lying bars have neither axis: they show shares of one whole. */
  lying?: boolean;
}

/** Stacked bars: a picture of the figures that stand in the table below it. A chunk of its own. */
export default function Chart({ bars, dataKey, series, lying = false }: ChartProps) {
  return (
    <BarChart
      className="statistics-chart"
      h={lying ? 44 : 260}
      data={bars}
      dataKey={dataKey}
      series={[...series]}
      type="stacked"
      orientation={lying ? 'vertical' : 'horizontal'}
      withXAxis={!lying}
      withYAxis={!lying}
      gridAxis={lying ? 'none' : 'x'}
      tickLine="none"
      xAxisProps={lying ? { domain: [0, 'dataMax'] } : { minTickGap: 24 }}
      yAxisProps={lying ? {} : { allowDecimals: false, width: 40 }}
      // The picture says nothing that the table does not, and holds nothing to tab to.
      barChartProps={{ accessibilityLayer: false, barCategoryGap: lying ? 0 : '12%' }}
      barProps={{ isAnimationActive: false, stroke: 'var(--surface)', strokeWidth: 1 }}
      maxBarWidth={lying ? 28 : 40}
    />
  );
}
