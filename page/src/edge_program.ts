// Draws all relations in one call: curves as narrow strips of triangles, the head at the object, dashes where something
// is denied or gone. A strip covers few pixels: 20,000 of them stay fluent even without a graphics card.
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

export interface DrawnEdge extends EdgeDisplayData {
  curvature: number; // the bend, as a share of the distance
  dashed: boolean;
  head: number; // its size; 0: none
}

const SEGMENTS = 10;

const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute vec4 a_style; // thickness, curvature, dashed, size of the head
attribute vec4 a_color;
attribute vec3 a_place; // along the body, side, 0 body 1 base of the head 2 tip
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixel;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_dashed;

void main() {
  vec2 chord = a_target - a_source;
  float len = max(length(chord), 1e-9);
  vec2 normal = vec2(-chord.y, chord.x) / len;
  vec2 middle = 0.5 * (a_source + a_target) + normal * len * a_style.y;
  float width = max(a_style.x / u_sizeRatio, 0.9);
  float gap = u_pixel / u_sizeRatio;
  float t0 = min(a_radii.x * gap / len, 0.45);
  float t1 = 1.0 - min((a_radii.y * gap + u_pixel) / len, 0.45);
  float head = a_style.w * min((5.0 + 1.6 * width) * u_pixel, 0.35 * len);
  float t2 = max(t1 - head / len, t0);
  float headWidth = mix(width, 5.0 + 1.5 * width, a_style.w);
  float t = a_place.z < 0.5 ? mix(t0, t2, a_place.x) : (a_place.z < 1.5 ? t2 : t1);
  float wide = a_place.z < 0.5 ? width : (a_place.z < 1.5 ? headWidth : mix(width, 0.0, a_style.w));
  vec2 position = mix(mix(a_source, middle, t), mix(middle, a_target, t), t);
  vec2 along = normalize(mix(middle - a_source, a_target - middle, t) + vec2(1e-9));
  float drawn = 0.5 * wide + 0.7;
  position += vec2(-along.y, along.x) * a_place.y * drawn * u_pixel;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
  v_across = a_place.y * drawn;
  v_half = 0.5 * wide;
  v_along = t * len / u_pixel;
  v_dashed = a_style.z;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_dashed;

void main() {
  float cover = clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0);
  if (v_dashed > 0.5 && mod(v_along, 9.0) > 5.0) cover = 0.0;
  gl_FragColor = vec4(v_color.rgb, 1.0) * (v_color.a * cover);
}`;

function places(): number[][] {
  const out: number[][] = [];
  for (let i = 0; i <= SEGMENTS; ++i) for (const side of [-1, 1]) out.push([i / SEGMENTS, side, 0]);
  for (const part of [1, 2]) for (const side of [-1, 1]) out.push([1, side, part]);
  return out;
}

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

export class CurveProgram extends EdgeProgram<"u_matrix" | "u_sizeRatio" | "u_pixel"> {
  override getDefinition() {
    return {
      VERTICES: 2 * (SEGMENTS + 3),
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: ["u_matrix", "u_sizeRatio", "u_pixel"] as const,
      ATTRIBUTES: [
        { name: "a_source", size: 2, type: FLOAT },
        { name: "a_target", size: 2, type: FLOAT },
        { name: "a_radii", size: 2, type: FLOAT },
        { name: "a_style", size: 4, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_place", size: 3, type: FLOAT }],
      CONSTANT_DATA: places(),
    };
  }

  override processVisibleItem(_index: number, start: number, source: NodeDisplayData, target: NodeDisplayData,
                              data: EdgeDisplayData): void {
    const e = data as DrawnEdge;
    this.array.set([source.x, source.y, target.x, target.y, source.size, target.size, e.size, e.curvature,
                    e.dashed ? 1 : 0, e.head, floatColor(e.color)], start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
    gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
    gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(at.u_pixel, 2 * params.correctionRatio);
  }
}
