// Draws all relations in one call: curves as narrow strips of triangles, the head at the object, dashes where something
// is denied or gone. What is seen lies in a texture that is filled anew only when it changes. A strip covers few pixels
// and the call has no instances, which software renderers treat one by one: 20,000 relations stay fluent without a
// graphics card. Needs WebGL 2.
import { EdgeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";

export interface DrawnEdge extends EdgeDisplayData {
  curvature: number; // the bend, as a share of the distance
  dashed: boolean;
  head: number; // its size; 0: none
}

const FLOATS = 16; // of one relation: ends, radii and style, colour, dash and head
const PER_ROW = 256; // relations in a row of the texture

/** Of how many pieces a curve is made, where so many are drawn. */
function segmentsFor(count: number): number {
  return count > 4000 ? 5 : count > 800 ? 10 : 24;
}

const VERTEX = /* glsl */ `#version 300 es
uniform highp sampler2D u_edges;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixel;
uniform int u_segments;
out vec4 v_color;
out float v_across;
out float v_half;
out float v_along;
out float v_dashed;

void main() {
  int strip = 2 * u_segments + 8; // two for each joint, base and tip of the head; the first and the last twice
  int edge = gl_VertexID / strip;
  int place = clamp(gl_VertexID - edge * strip - 1, 0, strip - 3);
  ivec2 at = ivec2(edge % ${PER_ROW} * 4, edge / ${PER_ROW});
  vec4 ends = texelFetch(u_edges, at, 0);
  vec4 style = texelFetch(u_edges, at + ivec2(1, 0), 0); // radii, thickness, curvature
  vec4 rest = texelFetch(u_edges, at + ivec2(3, 0), 0);  // dashed, head
  int joint = place / 2;
  float side = float(place % 2) * 2.0 - 1.0;

  vec2 chord = ends.zw - ends.xy;
  float len = max(length(chord), 1e-9);
  vec2 middle = 0.5 * (ends.xy + ends.zw) + vec2(-chord.y, chord.x) * style.w;
  float width = max(style.z / u_sizeRatio, 0.9);
  float gap = u_pixel / u_sizeRatio;
  float t0 = min(style.x * gap / len, 0.45);
  float t1 = 1.0 - min((style.y * gap + u_pixel) / len, 0.45);
  float t2 = max(t1 - rest.y * min((5.0 + 1.6 * width) * u_pixel, 0.35 * len) / len, t0);
  bool base = joint == u_segments + 1;
  bool tip = joint > u_segments + 1;
  float t = tip ? t1 : base ? t2 : mix(t0, t2, float(joint) / float(u_segments));
  float wide = tip ? (rest.y > 0.0 ? 0.0 : width) : base ? mix(width, 5.0 + 1.5 * width, rest.y) : width;
  vec2 along = normalize(mix(middle - ends.xy, ends.zw - middle, t) + vec2(1e-9));
  float drawn = 0.5 * wide + 0.7;
  vec2 position = mix(mix(ends.xy, middle, t), mix(middle, ends.zw, t), t);
  position += vec2(-along.y, along.x) * side * drawn * u_pixel;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
  v_across = side * drawn;
  v_half = 0.5 * wide;
  v_along = t * len / u_pixel;
  v_dashed = rest.x;
  v_color = texelFetch(u_edges, at + ivec2(2, 0), 0);
}`;

const FRAGMENT = /* glsl */ `#version 300 es
precision mediump float;
in vec4 v_color;
in float v_across;
in float v_half;
in highp float v_along;
in float v_dashed;
out vec4 color;

void main() {
  float cover = clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0);
  if (v_dashed > 0.5 && mod(v_along, 9.0) > 5.0) cover = 0.0;
  color = vec4(v_color.rgb, 1.0) * (v_color.a * cover);
}`;

const known = new Map<string, number[]>();

/** "#rrggbbaa" in parts from 0 to 1. */
function parts(colour: string): number[] {
  let out = known.get(colour);
  if (!out) known.set(colour, out = [1, 3, 5, 7].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255));
  return out;
}

export class CurveProgram extends EdgeProgram<string> {
  private data = new Float32Array(); // of all relations, in sigma's order
  private shown = new Uint8Array();
  private packed = new Float32Array(); // of those that are shown
  private count = 0;
  private stale = true;
  private texture: WebGLTexture | null = null;

  override getDefinition() {
    return {
      VERTICES: 1, VERTEX_SHADER_SOURCE: VERTEX, FRAGMENT_SHADER_SOURCE: FRAGMENT, METHOD: WebGLRenderingContext.TRIANGLE_STRIP,
      UNIFORMS: ["u_edges", "u_matrix", "u_sizeRatio", "u_pixel", "u_segments"], ATTRIBUTES: [],
    };
  }

  override reallocate(capacity: number): void {
    this.stale = true;
    if (capacity === this.capacity) return;
    this.capacity = capacity;
    this.data = new Float32Array(capacity * FLOATS);
    this.shown = new Uint8Array(capacity);
    this.packed = new Float32Array(Math.max(1, Math.ceil(capacity / PER_ROW)) * PER_ROW * FLOATS);
  }

  override process(_index: number, offset: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
    const e = data as DrawnEdge;
    this.stale = true;
    this.shown[offset] = e.hidden || source.hidden || target.hidden ? 0 : 1;
    if (!this.shown[offset]) return;
    const [r, g, b, a] = parts(e.color);
    this.data.set([source.x, source.y, target.x, target.y, source.size, target.size, e.size, e.curvature, r, g, b, a,
                   e.dashed ? 1 : 0, e.head, 0, 0], offset * FLOATS);
  }

  override processVisibleItem(): void {}
  override setUniforms(): void {}

  override render(params: RenderParams): void {
    const { program, uniformLocations: at } = this.normalProgram;
    const gl = this.normalProgram.gl as WebGL2RenderingContext;
    this.upload(gl);
    if (this.count === 0) return;
    const segments = segmentsFor(this.count);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.viewport(0, 0, params.width * params.pixelRatio, params.height * params.pixelRatio);
    gl.enable(gl.BLEND);
    gl.useProgram(program);
    gl.uniform1i(at.u_edges, 0);
    gl.uniform1i(at.u_segments, segments);
    gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
    gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(at.u_pixel, 2 * params.correctionRatio);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, this.count * (2 * segments + 8));
  }

  private upload(gl: WebGL2RenderingContext): void {
    this.texture ??= gl.createTexture();
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    if (!this.stale) return;
    this.stale = false;
    this.count = 0;
    for (let i = 0; i < this.capacity; ++i)
      if (this.shown[i]) this.packed.set(this.data.subarray(i * FLOATS, (i + 1) * FLOATS), FLOATS * this.count++);
    for (const [key, value] of [[gl.TEXTURE_MIN_FILTER, gl.NEAREST], [gl.TEXTURE_MAG_FILTER, gl.NEAREST]])
      gl.texParameteri(gl.TEXTURE_2D, key, value);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    const rows = Math.max(1, Math.ceil(this.count / PER_ROW));
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 4 * PER_ROW, rows, 0, gl.RGBA, gl.FLOAT, this.packed);
  }
}
