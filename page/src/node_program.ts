// Draws actors: a shape for each kind, with a rim in the background's colour that keeps it apart from its relations. One
// point each: software renderers treat instances one by one.
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

export interface DrawnNode extends NodeDisplayData {
  shape: number; // the kind
  rim: string;
}

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec4 a_id;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying vec4 v_rim;
varying float v_extent;
varying float v_radius;
varying float v_shape;

void main() {
  float radius = a_size / u_sizeRatio;
  v_radius = radius;
  v_extent = radius * 1.35 + 3.0;
  v_shape = a_shape;
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  gl_PointSize = 2.0 * v_extent * u_pixelRatio;
#ifdef PICKING_MODE
  v_color = a_id;
#else
  v_color = a_color;
#endif
  v_color.a *= 255.0 / 254.0;
  v_rim = a_rim;
  v_rim.a *= 255.0 / 254.0;
}`;

// Distances to shapes of about the same area, after I. Quilez, "2D distance functions".
const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying vec4 v_rim;
varying float v_extent;
varying float v_radius;
varying float v_shape;

float box(vec2 p, vec2 b) {
  vec2 d = abs(p) - b;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

float polygon(vec2 p, float n, float r, float turn) {
  float step = 6.2831853 / n;
  float angle = atan(p.x, p.y) + turn;
  angle = mod(angle + 0.5 * step, step) - 0.5 * step;
  return length(p) * cos(angle) - r;
}

float distanceTo(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return (abs(p.x) + abs(p.y)) * 0.7071 - r * 0.84;
  if (v_shape < 2.5) return box(p, vec2(r * 0.86));
  if (v_shape < 3.5) return polygon(p + vec2(0.0, r * 0.18), 3.0, r * 0.68, 3.1415927);
  if (v_shape < 4.5) return polygon(p, 5.0, r * 0.9, 3.1415927);
  if (v_shape < 5.5) return polygon(p - vec2(0.0, r * 0.18), 3.0, r * 0.68, 0.0);
  if (v_shape < 6.5) return polygon(p, 6.0, r * 0.92, 0.5235988);
  if (v_shape < 7.5) return min(box(p, vec2(r, r * 0.38)), box(p, vec2(r * 0.38, r)));
  return abs(length(p) - r * 0.72) - r * 0.28;
}

void main() {
  vec2 at = (2.0 * gl_PointCoord - 1.0) * vec2(v_extent, -v_extent);
  float d = distanceTo(at, v_radius);
#ifdef PICKING_MODE
  gl_FragColor = d < 2.0 ? v_color : vec4(0.0);
#else
  float inside = clamp(0.5 - d, 0.0, 1.0);
  float rim = clamp(2.0 - d, 0.0, 1.0) * v_rim.a;
  vec4 fill = vec4(v_color.rgb, 1.0) * v_color.a;
  gl_FragColor = mix(vec4(v_rim.rgb, 1.0) * rim, fill, inside);
#endif
}`;

const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;

export class ShapeProgram extends NodeProgram<"u_matrix" | "u_sizeRatio" | "u_pixelRatio"> {
  override getDefinition() {
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS: ["u_matrix", "u_sizeRatio", "u_pixelRatio"] as const,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_rim", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  override processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    const n = data as DrawnNode;
    this.array.set([n.x, n.y, n.size, n.shape, floatColor(n.color), floatColor(n.rim), id], start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
    gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
    gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(at.u_pixelRatio, params.pixelRatio);
  }
}
