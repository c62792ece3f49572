import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from 'maplibre-gl';
import { type CellShapes, CORNERS } from '../worker/cell-columns.ts';
import type { CellPaint, ClassPaint } from './cell-paint.ts';
import { cellFragmentShader, cellVertexShader, MOST_CLASSES, programOf } from './cell-shaders.ts';
import { rgbaOf } from './rgba.ts';

/** A triangle from the middle, which is 0, over each side. */
const TRIANGLES = Uint8Array.from({ length: CORNERS * 3 }, (_, i) => {
  const side = Math.floor(i / 3);
  return [0, side + 1, ((side + 1) % CORNERS) + 1][i % 3];
});
/** As the shaders have them. */
const LOCATIONS = { corners: 0, cell: 3 } as const;
const BYTES_PER_CELL = CORNERS * 2 * Float32Array.BYTES_PER_ELEMENT;

/**
 * Draws all cells of a bundle. Their outlines go to the graphics card once; a filter sends one byte a cell and a frame
 * costs two calls, however many cells there are. The map's own fills would cut 100,000 polygons into tiles anew at every
 * click.
 */
export class CellPainter {
  private gl: WebGL2RenderingContext | undefined;
  private program: WebGLProgram | undefined;
  private vertexArray: WebGLVertexArrayObject | null = null;
  private classBuffer: WebGLBuffer | null = null;
  private shapes: CellShapes | undefined;
  private paint: CellPaint | undefined;
  private readonly uniforms = new Map<string, WebGLUniformLocation | null>();
  private readonly map: MapLibreMap;

  constructor(map: MapLibreMap) {
    this.map = map;
  }

  /** A layer of the map that draws the classes under the water and the streets, or those over them. */
  layer(id: string, side: 'under' | 'over'): CustomLayerInterface {
    return {
      id,
      type: 'custom',
      renderingMode: '2d',
      onAdd: (_, gl) => this.start(gl),
      render: (gl, input) => this.draw(gl, input, side),
    };
  }

  show(shapes: CellShapes): void {
    this.shapes = shapes;
    this.paint = undefined;
    if (this.gl) this.upload(this.gl, shapes);
    this.map.triggerRepaint();
  }

  /** @param paint of as many cells as were shown; others are of another bundle and are not drawn */
  colour(paint: CellPaint): void {
    this.paint = paint;
    if (this.gl) this.uploadClasses(this.gl, paint);
    this.map.triggerRepaint();
  }

  /** Also after the card was lost and came back: everything is sent again. */
  private start(gl: WebGL2RenderingContext): void {
    if (this.gl === gl && this.program && gl.isProgram(this.program)) return;
    this.gl = gl;
    this.program = programOf(gl, cellVertexShader, cellFragmentShader);
    this.uniforms.clear();
    if (this.shapes) this.upload(gl, this.shapes);
    if (this.paint) this.uploadClasses(gl, this.paint);
  }

  private upload(gl: WebGL2RenderingContext, { corners }: CellShapes): void {
    gl.deleteVertexArray(this.vertexArray);
    this.vertexArray = gl.createVertexArray();
    gl.bindVertexArray(this.vertexArray);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, corners, gl.STATIC_DRAW);
    for (let pair = 0; pair < CORNERS / 2; pair++) {
      const location = LOCATIONS.corners + pair;
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, 4, gl.FLOAT, false, BYTES_PER_CELL, pair * 16);
      gl.vertexAttribDivisor(location, 1);
    }
    this.classBuffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.classBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, corners.length / CORNERS / 2, gl.DYNAMIC_DRAW);
    gl.enableVertexAttribArray(LOCATIONS.cell);
    gl.vertexAttribIPointer(LOCATIONS.cell, 1, gl.UNSIGNED_BYTE, 1, 0);
    gl.vertexAttribDivisor(LOCATIONS.cell, 1);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, TRIANGLES, gl.STATIC_DRAW);
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  }

  private uploadClasses(gl: WebGL2RenderingContext, { classes }: CellPaint): void {
    if (!this.shapes || classes.length !== this.count) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.classBuffer);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, classes);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  }

  private get count(): number {
    return this.shapes ? this.shapes.corners.length / CORNERS / 2 : 0;
  }

  private draw(gl: WebGL2RenderingContext, input: CustomRenderMethodInput, side: 'under' | 'over'): void {
    const { program, shapes, paint } = this;
    if (!program || !shapes || !paint || paint.classes.length !== this.count) return;
    const drawn = paint.styles.map((style) => (style.side === side ? style : undefined));
    if (drawn.every((style) => style === undefined)) return;
    // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, not of React
    gl.useProgram(program);
    gl.bindVertexArray(this.vertexArray);
    gl.uniformMatrix4fv(this.uniform('u_matrix'), false, movedBy(input, shapes.origin));
    gl.uniform4fv(
      this.uniform('u_fills'),
      coloursOf(drawn, ({ fill }) => fill),
    );
    gl.uniform4fv(
      this.uniform('u_rims'),
      coloursOf(drawn, ({ rim }) => rim),
    );
    gl.uniform1fv(this.uniform('u_sizes'), sizesOf(drawn));
    gl.drawElementsInstanced(gl.TRIANGLES, TRIANGLES.length, gl.UNSIGNED_BYTE, 0, this.count);
    gl.bindVertexArray(null);
  }

  private uniform(name: string): WebGLUniformLocation | null {
    if (!this.uniforms.has(name)) this.uniforms.set(name, this.gl!.getUniformLocation(this.program!, name));
    return this.uniforms.get(name)!;
  }
}

/** The matrix of the map after a shift; summed in doubles, since a float of the world is two metres. */
function movedBy(
  { defaultProjectionData: { mainMatrix } }: CustomRenderMethodInput,
  [x, y]: readonly [number, number],
): Float32Array {
  const moved = Float64Array.from(mainMatrix as ArrayLike<number>);
  for (let row = 0; row < 4; row++) moved[12 + row] += x * moved[row] + y * moved[4 + row];
  return Float32Array.from(moved);
}

/** Red, green, blue times their share of cover, and that share; nothing for a class that is not drawn. */
function coloursOf(
  styles: readonly (ClassPaint | undefined)[],
  of: (style: ClassPaint) => string,
): Float32Array {
  const colours = new Float32Array(MOST_CLASSES * 4);
  styles.forEach((style, i) => {
    if (style) colours.set(rgbaOf(of(style)), i * 4);
  });
  return colours;
}

function sizesOf(styles: readonly (ClassPaint | undefined)[]): Float32Array {
  const sizes = new Float32Array(MOST_CLASSES);
  styles.forEach((style, i) => {
    sizes[i] = style ? style.size : 0;
  });
  return sizes;
}
