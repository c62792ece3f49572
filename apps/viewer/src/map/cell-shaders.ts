/** Classes of cells that a layer can have, the empty one included. */
export const MOST_CLASSES = 20;

/** Vertex 0 is the middle of the cell, whose distance to the rim is 1, 1 to 6 its corners; of a size of 0 nothing is left. */
export const cellVertexShader = `#version 300 es
layout(location = 0) in vec4 corners01;
layout(location = 1) in vec4 corners23;
layout(location = 2) in vec4 corners45;
layout(location = 3) in uint cellClass;
uniform mat4 u_matrix;
uniform vec4 u_fills[${MOST_CLASSES}];
uniform vec4 u_rims[${MOST_CLASSES}];
uniform float u_sizes[${MOST_CLASSES}];
flat out vec4 fill;
flat out vec4 rim;
out float inside;

void main() {
  float size = u_sizes[cellClass];
  if (size == 0.0) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    return;
  }
  vec2 middle = (corners01.xy + corners01.zw + corners23.xy + corners23.zw + corners45.xy + corners45.zw) / 6.0;
  vec2 at = middle;
  if (gl_VertexID == 1) at = corners01.xy;
  if (gl_VertexID == 2) at = corners01.zw;
  if (gl_VertexID == 3) at = corners23.xy;
  if (gl_VertexID == 4) at = corners23.zw;
  if (gl_VertexID == 5) at = corners45.xy;
  if (gl_VertexID == 6) at = corners45.zw;
  inside = gl_VertexID == 0 ? 1.0 : 0.0;
  fill = u_fills[cellClass];
  rim = u_rims[cellClass];
  gl_Position = u_matrix * vec4(mix(middle, at, size), 0.0, 1.0);
}`;

/** The rim is drawn where a cell is large enough to have one. */
export const cellFragmentShader = `#version 300 es
precision highp float;
flat in vec4 fill;
flat in vec4 rim;
in float inside;
out vec4 colour;

const float RIM_PIXELS = 0.7;

void main() {
  float perPixel = max(fwidth(inside), 1e-6);
  float radius = 1.0 / perPixel;
  float width = RIM_PIXELS * clamp((radius - 3.0) / 5.0, 0.0, 1.0);
  float share = 1.0 - smoothstep(width - 0.5, width + 0.5, inside / perPixel);
  vec4 edge = rim * share * step(0.01, width);
  colour = edge + fill * (1.0 - edge.a);
}`;

/** @throws Error where the card does not understand the shaders */
export function programOf(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(gl.getProgramInfoLog(program) ?? 'shader');
  }
  return program;
}
