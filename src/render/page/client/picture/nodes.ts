import { NodeProgram } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { NODE_KINDS, type NodeKind } from '../../../../drawing/diagram'
import { distancesInGlsl } from '../glyphs'

/** How an entity is drawn, beside what sigma knows of it. */
export interface NodeLook {
  readonly kind: NodeKind
  readonly border: string
}

const VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_kind;
attribute vec4 a_color;
attribute vec4 a_border;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_place;
varying float v_size;
varying float v_kind;

void main() {
  v_size = a_size / u_sizeRatio;
  v_place = a_corner * 1.35;
  vec2 place = a_position + v_place * v_size * 2.0 * u_correctionRatio;
  gl_Position = vec4((u_matrix * vec3(place, 1.0)).xy, 0.0, 1.0);
  v_kind = a_kind;
  v_border = a_border;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  v_border.a *= 255.0 / 254.0;
}
`

const FRAGMENT = `
precision highp float;

varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_place;
varying float v_size;
varying float v_kind;

float outside(vec2 p, float kind) {
  ${distancesInGlsl()}
  return length(p) - 1.0;
}

void main() {
  float away = outside(v_place, v_kind) * v_size;
  #ifdef PICKING_MODE
  if (away > 1.0) discard;
  gl_FragColor = v_color;
  #else
  float cover = clamp(1.5 - away, 0.0, 1.0);
  float border = min(1.5, v_size * 0.22);
  vec4 paint = mix(v_color, v_border, clamp(away + border, 0.0, 1.0));
  gl_FragColor = vec4(paint.rgb * paint.a, paint.a) * cover;
  #endif
}
`

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio'] as const

/** Draws entities in the forms of their kinds, each with a border. */
export class GlyphProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
    const bytes = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true })
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_kind', size: 1, type: FLOAT },
        bytes('a_color'),
        bytes('a_border'),
        bytes('a_id'),
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [-1, 1],
        [1, -1],
        [1, 1],
      ],
    }
  }

  processVisibleItem(id: number, start: number, data: NodeDisplayData & Partial<NodeLook>): void {
    const { kind = 'thing', border = data.color } = data
    this.array.set([data.x, data.y, data.size, NODE_KINDS.indexOf(kind)], start)
    this.array[start + 4] = floatColor(data.color)
    this.array[start + 5] = floatColor(border)
    this.array[start + 6] = id
  }

  setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<NodeProgram['setUniforms']>[1],
  ): void {
    const places = uniformLocations as Record<string, WebGLUniformLocation> // by the names above
    gl.uniformMatrix3fv(places.u_matrix!, false, params.matrix)
    gl.uniform1f(places.u_sizeRatio!, params.sizeRatio)
    gl.uniform1f(places.u_correctionRatio!, params.correctionRatio)
  }
}
