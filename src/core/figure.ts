/** What a picture shows. Every string is plain and in the reader's language; the drawing adds nothing of its own. */
export type Figure = MatrixFigure | ComparisonFigure | TimelineFigure | ChartFigure;

/** What stands under every picture: whose words these are, how old, from where. */
interface Framed {
  title: string;
  /** Small print, such as “Stances are the parties’ own, as the sources give them.” */
  notes: string[];
  /** One line a source. */
  sources: string[];
}

/** A cell of a matrix: what a party says, or, `isMissing`, that no source of ours says it. */
export interface StanceCell {
  text: string;
  isMissing: boolean;
}

/** Parties × topics. */
export interface MatrixFigure extends Framed {
  kind: 'matrix';
  parties: string[];
  rows: { topic: string; cells: StanceCell[] }[];
}

/** The parties on one topic. */
export interface ComparisonFigure extends Framed {
  kind: 'comparison';
  parties: { name: string; stance: StanceCell }[];
}

/** Updates, latest first. */
export interface TimelineFigure extends Framed {
  kind: 'timeline';
  items: {
    date: string;
    title: string;
    mark: 'routine' | 'breaking' | 'retracted';
    markText: string;
    topics: string;
  }[];
}

/** Numbers. Series are told apart by pattern and label as well as by colour. */
export interface ChartFigure extends Framed {
  kind: 'chart';
  shape: 'columns' | 'bars';
  /** One a category: a day, an entry. */
  labels: string[];
  /** Stacked, in this order; as many values as there are labels. */
  series: { name: string; values: number[] }[];
}

/** A picture, ready to be sent. */
export interface Picture {
  /** Such as `positions.png`. */
  name: string;
  png: Uint8Array;
  /** In pixels. */
  width: number;
  height: number;
}

/** Draws figures; the same figure is drawn once. */
export interface Pictures {
  draw(figure: Figure, name: string): Promise<Picture>;
}
