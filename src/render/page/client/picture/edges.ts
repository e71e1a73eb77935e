import { EdgeProgram } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { LEVELS, type Level } from '../../../../model/claim'

/** How an edge is drawn, beside what sigma knows of it. */
export interface EdgeLook {
  /** How far it bends to its left, as a part of its length. */
  readonly curvature: number
  readonly arrow: boolean
  readonly level: Level
  readonly disputed: boolean
  /** Several statements as one line. */
  readonly bundle: boolean
  readonly inferred: boolean
}

const BUNDLE = LEVELS.length
const INFERRED = BUNDLE + 1

/** What the shader is told of a look: its line, and 8 more where it is disputed. */
function lineOf({ level, disputed, bundle, inferred }: EdgeLook): number {
  const line = bundle ? BUNDLE : inferred ? INFERRED : LEVELS.indexOf(level)
  return line + (disputed ? 8 : 0)
}

/** Lengths are in px of the screen, until `px` makes them units of the graph. */
const VERTEX = `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_thickness;
attribute float a_curvature;
attribute float a_sourceSize;
attribute float a_targetSize;
attribute float a_line;
attribute float a_arrow;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec3 a_vertex;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_line;
varying float v_head;

vec2 p0;
vec2 p1;
vec2 p2;
float ring;

vec2 at(float t) {
  if (ring > 0.0) return p0 + vec2(sin(6.2832 * t), cos(6.2832 * t) * -1.0 + 1.0) * ring;
  return (1.0 - t) * (1.0 - t) * p0 + 2.0 * t * (1.0 - t) * p1 + t * t * p2;
}

void main() {
  if (a_thickness == 0.0) { gl_Position = vec4(2.0, 2.0, 0.0, 1.0); return; }
  float px = 2.0 * u_correctionRatio;
  float thickness = max(a_thickness / u_sizeRatio, 0.6);
  float headLength = a_arrow * (2.0 + 4.4 * min(thickness, 2.5));
  float headHalf = 1.2 + 2.0 * min(thickness, 2.5);
  #ifdef PICKING_MODE
  thickness = max(thickness, 9.0);
  #endif
  float start = (a_sourceSize / u_sizeRatio + 1.0) * px;
  float end = (a_targetSize / u_sizeRatio + 2.0) * px;

  vec2 way = a_target - a_source;
  float chord = length(way);
  p0 = a_source;
  p2 = a_target;
  ring = 0.0;
  float total;
  float speedStart;
  float speedEnd;
  if (chord < 1e-6) {
    ring = (a_sourceSize / u_sizeRatio * 0.8 + 9.0 + 40.0 * abs(a_curvature)) * px;
    total = 6.2832 * ring;
    speedStart = total;
    speedEnd = total;
  } else {
    p1 = (p0 + p2) * 0.5 + vec2(-way.y, way.x) * a_curvature;
    float legs = length(p1 - p0) + length(p2 - p1);
    total = (2.0 * chord + legs) / 3.0;
    speedStart = 2.0 * length(p1 - p0);
    speedEnd = 2.0 * length(p2 - p1);
  }
  float tStart = min(0.45, start / speedStart);
  float tTip = 1.0 - min(0.4, end / speedEnd);
  float tHead = 1.0 - min(0.5, (end + headLength * px) / speedEnd);

  float across;
  vec2 place;
  vec2 along;
  float t;
  if (a_vertex.z < 0.5) {
    t = mix(tStart, tHead, a_vertex.x);
    along = at(min(t + 0.01, 1.0)) - at(max(t - 0.01, 0.0));
    across = a_vertex.y * (thickness * 0.5 + 1.0);
    place = at(t);
    v_head = 0.0;
  } else {
    t = mix(tHead, tTip, a_vertex.x);
    along = at(tTip) - at(tHead);
    across = a_arrow * a_vertex.y * headHalf;
    place = mix(at(tHead), at(tTip), a_vertex.x);
    v_head = 1.0;
  }
  vec2 normal = vec2(-along.y, along.x) / max(length(along), 1e-9);
  gl_Position = vec4((u_matrix * vec3(place + normal * across * px, 1.0)).xy, 0.0, 1.0);

  v_along = t * total / px;
  v_across = across;
  v_half = thickness * 0.5;
  v_line = a_line;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`

/** Dashes as in the pictures: see DASHES of the theme. */
const FRAGMENT = `
precision highp float;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_half;
varying float v_line;
varying float v_head;

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float cover = 1.0;
  if (v_head < 0.5) {
    cover = clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0);
    float line = mod(v_line + 0.5, 8.0) - 0.5;
    bool disputed = v_line > 7.5;
    if (line > 0.5 && line < 1.5 && mod(v_along, 11.0) > 7.0) discard;
    if (line > 1.5 && line < 3.5 && mod(v_along, 6.0) > 2.4) discard;
    if (line > 3.5 && line < 4.5 && mod(v_along, 20.0) > 14.0) discard;
    if (line > 5.5 && mod(v_along, 16.0) > 10.0 && (mod(v_along, 16.0) < 12.0 || mod(v_along, 16.0) > 14.0)) discard;
    if (disputed) cover *= clamp(abs(v_across) - v_half + 1.9, 0.0, 1.0);
  }
  float alpha = v_color.a * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}
`

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio'] as const

/** The corners of all straight pieces of a line and of its arrowhead: how far along, which side, whether it is the head. */
function cornersOf(pieces: number): number[][] {
  const body = Array.from({ length: pieces }, (_, i) => {
    const [from, to] = [i / pieces, (i + 1) / pieces]
    return [
      [from, -1, 0],
      [from, 1, 0],
      [to, -1, 0],
      [to, -1, 0],
      [from, 1, 0],
      [to, 1, 0],
    ]
  })
  return [...body.flat(), [0, -1, 1], [0, 1, 1], [1, 0, 1]]
}

const STRAIGHT = cornersOf(1)
const CURVED = cornersOf(14)

/** Draws statements as lines with arrowheads, and their levels as dashes: those of sigma itself are solid. */
export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  protected get corners(): number[][] {
    return STRAIGHT
  }

  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
    const one = (name: string) => ({ name, size: 1, type: FLOAT })
    const two = (name: string) => ({ name, size: 2, type: FLOAT })
    const bytes = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true })
    return {
      VERTICES: this.corners.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        two('a_source'),
        two('a_target'),
        one('a_thickness'),
        one('a_curvature'),
        one('a_sourceSize'),
        one('a_targetSize'),
        one('a_line'),
        one('a_arrow'),
        bytes('a_color'),
        bytes('a_id'),
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_vertex', size: 3, type: FLOAT }],
      CONSTANT_DATA: this.corners,
    }
  }

  processVisibleItem(
    id: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData & Partial<EdgeLook>,
  ): void {
    const { level = 'asserted', disputed = false, bundle = false, inferred = false } = data
    const { curvature = 0, arrow = true } = data
    const look = { level, disputed, bundle, inferred, curvature, arrow }
    this.array.set(
      [source.x, source.y, target.x, target.y, data.size, curvature, source.size, target.size, lineOf(look)],
      start,
    )
    this.array[start + 9] = arrow ? 1 : 0
    this.array[start + 10] = floatColor(data.color)
    this.array[start + 11] = id
  }

  setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<EdgeProgram['setUniforms']>[1],
  ): void {
    const places = uniformLocations as Record<string, WebGLUniformLocation> // by the names above
    gl.uniformMatrix3fv(places.u_matrix!, false, params.matrix)
    gl.uniform1f(places.u_sizeRatio!, params.sizeRatio)
    gl.uniform1f(places.u_correctionRatio!, params.correctionRatio)
  }
}

/** The same for what bends. */
export class CurveProgram extends LineProgram {
  protected override get corners(): number[][] {
    return CURVED
  }
}
