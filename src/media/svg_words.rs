//! The words of drawings: elements and attributes of SVG that draw, and nothing else that SVG has.

/// Elements that draw, or that say how.
pub(super) const ELEMENTS: &str = "\
    circle clipPath defs ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix \
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR \
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile \
    feTurbulence filter g line linearGradient marker mask path pattern polygon polyline radialGradient rect stop \
    style svg switch symbol text textPath tspan use \
";

/// Attributes that draw. Others are left out.
pub(super) const ATTRIBUTES: &str = "\
    alignment-baseline amplitude azimuth baseFrequency baseline-shift bias class clip-path clip-rule clipPathUnits \
    color color-interpolation color-interpolation-filters cx cy d diffuseConstant direction display divisor \
    dominant-baseline dx dy edgeMode elevation exponent fill fill-opacity fill-rule filter filterUnits flood-color \
    flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr \
    fx fy gradientTransform gradientUnits height href id image-rendering in in2 intercept isolation k1 k2 k3 k4 \
    kernelMatrix kernelUnitLength lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end \
    marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits method \
    mix-blend-mode mode numOctaves offset opacity operator order orient overflow paint-order pathLength \
    patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha \
    preserveAspectRatio primitiveUnits r radius refX refY result rotate rx ry scale seed shape-rendering side \
    slope space spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles \
    stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin \
    stroke-miterlimit stroke-opacity stroke-width style surfaceScale systemLanguage tableValues targetX targetY \
    text-anchor text-decoration text-rendering textLength transform transform-origin type unicode-bidi values \
    vector-effect version viewBox visibility width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2 \
    yChannelSelector z \
";

/// Whether `word` is one of `words`.
pub(super) fn has(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}
