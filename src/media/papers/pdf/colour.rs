//! Colours as they come out on a screen. Knows the device's colour spaces and those that name one (ISO 32000-2, 8.6); of others only whether there is any ink.

use lopdf::{Dictionary, Document, Object};

use super::value;

/// Red, green and blue, from 0 to 1; nothing where the colour cannot be told.
pub type Colour = Option<[f64; 3]>;

pub const BLACK: Colour = Some([0.0; 3]);
pub const WHITE: [f64; 3] = [1.0; 3];

/// The largest difference of two colours that nobody sees on a screen.
const UNSEEN: f64 = 0.06;

/// What the numbers of a colour mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    Grey,
    Rgb,
    Cmyk,
    /// Parts of inks: none of any is white.
    Inks,
    /// Anything else.
    Unknown,
}

impl Space {
    /// The colour space that the operator `cs` names.
    pub fn named(document: &Document, resources: &[&Dictionary], name: &[u8]) -> Self {
        match name {
            b"DeviceGray" | b"G" | b"CalGray" => return Self::Grey,
            b"DeviceRGB" | b"RGB" | b"CalRGB" => return Self::Rgb,
            b"DeviceCMYK" | b"CMYK" => return Self::Cmyk,
            _ => {}
        }
        let found = resources.iter().find_map(|resources| {
            let Some(Object::Dictionary(spaces)) = value(document, resources, b"ColorSpace") else { return None };
            value(document, spaces, name)
        });
        match found {
            Some(Object::Name(name)) => Self::device(name),
            Some(Object::Array(space)) => Self::of_list(document, space),
            _ => Self::Unknown,
        }
    }

    const fn device(name: &[u8]) -> Self {
        match name {
            b"DeviceGray" | b"CalGray" => Self::Grey,
            b"DeviceRGB" | b"CalRGB" => Self::Rgb,
            b"DeviceCMYK" => Self::Cmyk,
            b"Separation" | b"DeviceN" => Self::Inks,
            _ => Self::Unknown,
        }
    }

    fn of_list(document: &Document, space: &[Object]) -> Self {
        match space.first().and_then(|name| name.as_name().ok()) {
            Some(b"ICCBased") => {
                let profile = space.get(1).and_then(|profile| super::follow(document, profile));
                let Some(Object::Stream(profile)) = profile else { return Self::Unknown };
                match profile.dict.get(b"N").and_then(Object::as_i64) {
                    Ok(1) => Self::Grey,
                    Ok(3) => Self::Rgb,
                    Ok(4) => Self::Cmyk,
                    _ => Self::Unknown,
                }
            }
            Some(name) => Self::device(name),
            None => Self::Unknown,
        }
    }

    /// The colour with which one begins in this space.
    pub fn first(self) -> Colour {
        match self {
            Self::Grey | Self::Rgb | Self::Cmyk => BLACK,
            Self::Inks | Self::Unknown => None,
        }
    }

    /// The colour of `parts`.
    pub fn colour(self, parts: &[f64]) -> Colour {
        match (self, parts) {
            (Self::Grey, [grey]) => Some([*grey; 3]),
            (Self::Rgb, [red, green, blue]) => Some([*red, *green, *blue]),
            (Self::Cmyk, [cyan, magenta, yellow, black]) => {
                Some([cyan, magenta, yellow].map(|ink| (1.0 - ink) * (1.0 - black)))
            }
            (Self::Inks, parts) if !parts.is_empty() && parts.iter().all(|part| *part < UNSEEN) => Some(WHITE),
            _ => None,
        }
    }
}

/// Whether nobody can tell the two colours apart.
pub fn are_alike(one: [f64; 3], other: [f64; 3]) -> bool {
    one.iter().zip(other).all(|(one, other)| (one - other).abs() < UNSEEN)
}

/// Whether words below this colour are lost when both are mixed.
pub fn is_dark(colour: Colour) -> bool {
    colour.is_none_or(|[red, green, blue]| 0.3 * red + 0.6 * green + 0.1 * blue < 0.35)
}
