//! Where the boxes of a drawing stand. Knows sizes and who is joined to whom, no names; from the same input the same places
//! come on any machine, as there is no chance in it and no function whose last digit differs between systems.

/// A box: the middle of it, and its size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Boxed {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// Free room around a box.
const ROOM: (f64, f64) = (14.0, 18.0);
/// How often forces act.
const STEPS: u32 = 160;
/// How often boxes that overlap are pushed apart, at most.
const SWEEPS: u32 = 400;
/// Cosine and sine of the golden angle, by which the first places follow each other around the middle.
const GOLDEN: (f64, f64) = (-0.737_368_878_078_319_9, 0.675_490_294_261_523_8);

/// Boxes in `width`, those that are joined near each other; gives the height. `sizes` are in the order of importance: the
/// first begin in the middle.
pub(super) fn by_force(sizes: &[(f64, f64)], joined: &[(usize, usize)], width: f64) -> (Vec<Boxed>, f64) {
    let count = f64::from(u32::try_from(sizes.len()).unwrap_or(u32::MAX)).max(1.0);
    let area: f64 = sizes.iter().map(|(width, height)| (width + 3.0 * ROOM.0) * (height + 4.0 * ROOM.1)).sum();
    let height = (1.1 * area / width).max(160.0);
    let mut boxes = start(sizes, width, height);
    let length = (width * height / count).sqrt() * 0.75;
    for step in 0..STEPS {
        let reach = length * (1.0 - f64::from(step) / f64::from(STEPS));
        act(&mut boxes, joined, length, reach, (width, height));
    }
    let is_free = (0..SWEEPS).any(|_| !push_apart(&mut boxes, width));
    if !is_free {
        let_down(&mut boxes);
    }
    settle(&mut boxes)
}

/// On a spiral around the middle.
fn start(sizes: &[(f64, f64)], width: f64, height: f64) -> Vec<Boxed> {
    let count = f64::from(u32::try_from(sizes.len()).unwrap_or(u32::MAX)).max(1.0);
    let (mut cosine, mut sine) = (1.0, 0.0);
    let mut boxes = Vec::with_capacity(sizes.len());
    for (number, size) in (0_u32..).zip(sizes) {
        let out = (f64::from(number) / count).sqrt() * 0.48;
        boxes.push(Boxed {
            x: width / 2.0 + cosine * out * width,
            y: height / 2.0 + sine * out * height,
            width: size.0,
            height: size.1,
        });
        (cosine, sine) = (cosine * GOLDEN.0 - sine * GOLDEN.1, sine * GOLDEN.0 + cosine * GOLDEN.1);
    }
    boxes
}

/// One step: all push each other away, the joined pull each other near, none goes further than `reach`.
fn act(boxes: &mut [Boxed], joined: &[(usize, usize)], length: f64, reach: f64, canvas: (f64, f64)) {
    let mut moves = vec![(0.0, 0.0); boxes.len()];
    for (at, one) in boxes.iter().enumerate() {
        for (beyond, other) in boxes.iter().enumerate().skip(at + 1) {
            let (dx, dy) = (one.x - other.x, one.y - other.y);
            let square = (dx * dx + dy * dy).max(1.0);
            let force = length * length / square;
            shift(&mut moves, at, (dx * force, dy * force));
            shift(&mut moves, beyond, (-dx * force, -dy * force));
        }
    }
    for (from, to) in joined {
        let (Some(one), Some(other)) = (boxes.get(*from), boxes.get(*to)) else { continue };
        let (dx, dy) = (one.x - other.x, one.y - other.y);
        let force = (dx * dx + dy * dy).sqrt() / length;
        shift(&mut moves, *from, (-dx * force, -dy * force));
        shift(&mut moves, *to, (dx * force, dy * force));
    }
    for (one, (dx, dy)) in boxes.iter_mut().zip(moves) {
        let far = (dx * dx + dy * dy).sqrt().max(0.01);
        let by = far.min(reach) / far;
        one.x = within(one.x + dx * by, one.width, canvas.0);
        one.y = within(one.y + dy * by, one.height, canvas.1);
    }
}

fn shift(moves: &mut [(f64, f64)], at: usize, by: (f64, f64)) {
    if let Some(place) = moves.get_mut(at) {
        *place = (place.0 + by.0, place.1 + by.1);
    }
}

fn within(middle: f64, size: f64, most: f64) -> f64 {
    middle.max(size / 2.0 + 2.0).min((most - size / 2.0 - 2.0).max(size / 2.0 + 2.0))
}

/// Moves each two boxes that overlap apart, sidewise as far as the width lets them; whether there were any.
fn push_apart(boxes: &mut [Boxed], width: f64) -> bool {
    let mut found = false;
    for at in 1..boxes.len() {
        let (before, rest) = boxes.split_at_mut(at);
        let Some(one) = rest.first_mut() else { continue };
        for other in before {
            let (dx, dy) = (one.x - other.x, one.y - other.y);
            let over_x = f64::midpoint(one.width, other.width) + ROOM.0 - dx.abs();
            let over_y = f64::midpoint(one.height, other.height) + ROOM.1 - dy.abs();
            if over_x < 0.5 || over_y < 0.5 {
                continue;
            }
            found = true;
            if over_x < over_y {
                let by = if dx < 0.0 { -over_x / 2.0 } else { over_x / 2.0 };
                one.x = within(one.x + by, one.width, width);
                other.x = within(other.x - by, other.width, width);
            } else {
                let by = if dy < 0.0 { -over_y / 2.0 } else { over_y / 2.0 };
                (one.y, other.y) = (one.y + by, other.y - by);
            }
        }
    }
    found
}

/// Lets every box that still lies on another sink to the first free place below it, the upper ones first: boxes that push each
/// other in a circle never come apart sidewise.
fn let_down(boxes: &mut [Boxed]) {
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|a, b| {
        let top = |at: &usize| boxes.get(*at).map_or(0.0, |one| one.y - one.height / 2.0);
        top(a).total_cmp(&top(b)).then(a.cmp(b))
    });
    let mut placed: Vec<Boxed> = Vec::with_capacity(boxes.len());
    for at in order {
        let Some(one) = boxes.get_mut(at) else { continue };
        while let Some(other) = placed.iter().find(|other| lies_on(one, other)) {
            one.y = other.y + f64::midpoint(one.height, other.height) + ROOM.1;
        }
        placed.push(*one);
    }
}

fn lies_on(one: &Boxed, other: &Boxed) -> bool {
    (one.x - other.x).abs() < f64::midpoint(one.width, other.width)
        && (one.y - other.y).abs() < f64::midpoint(one.height, other.height)
}

/// Moves all boxes up or down so that they begin at the upper edge; gives the height.
fn settle(boxes: &mut Vec<Boxed>) -> (Vec<Boxed>, f64) {
    let top = boxes.iter().map(|one| one.y - one.height / 2.0).fold(f64::INFINITY, f64::min);
    let top = if top.is_finite() { top } else { 0.0 };
    for one in boxes.iter_mut() {
        one.y += 4.0 - top;
    }
    let foot = boxes.iter().map(|one| one.y + one.height / 2.0).fold(0.0, f64::max);
    (std::mem::take(boxes), foot + 4.0)
}

/// The first box in the middle, the others in a column on each side of it; gives the height.
pub(super) fn in_columns(sizes: &[(f64, f64)], width: f64) -> (Vec<Boxed>, f64) {
    let tall = sizes.iter().map(|(_, height)| *height).fold(0.0, f64::max) + ROOM.1;
    let rows = sizes.len().saturating_sub(1).div_ceil(2).max(1);
    let height = tall * f64::from(u32::try_from(rows).unwrap_or(u32::MAX)) + 8.0;
    let place = |number: usize, size: &(f64, f64)| {
        let Some(beside) = number.checked_sub(1) else {
            return Boxed { x: width / 2.0, y: height / 2.0, width: size.0, height: size.1 };
        };
        let x = if beside % 2 == 0 { size.0 / 2.0 + 2.0 } else { width - size.0 / 2.0 - 2.0 };
        let row = f64::from(u32::try_from(beside / 2).unwrap_or(u32::MAX));
        Boxed { x, y: 4.0 + tall * (row + 0.5), width: size.0, height: size.1 }
    };
    (sizes.iter().enumerate().map(|(number, size)| place(number, size)).collect(), height)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn overlaps(boxes: &[Boxed]) -> usize {
        (0..boxes.len()).map(|at| boxes[..at].iter().filter(|other| lies_on(&boxes[at], other)).count()).sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

        #[test]
        fn no_box_covers_another_and_all_stand_on_the_canvas(
            widths in proptest::collection::vec(30.0..200.0_f64, 1..60),
            joined in proptest::collection::vec((0..60_usize, 0..60_usize), 0..120),
        ) {
            let sizes: Vec<_> = widths.iter().map(|width| (*width, 26.0)).collect();
            for (boxes, height) in [by_force(&sizes, &joined, 960.0), in_columns(&sizes, 960.0)] {
                prop_assert_eq!(overlaps(&boxes), 0);
                for one in boxes {
                    prop_assert!(one.x - one.width / 2.0 >= 0.0 && one.x + one.width / 2.0 <= 960.0);
                    prop_assert!(one.y - one.height / 2.0 >= 0.0 && one.y + one.height / 2.0 <= height);
                }
            }
        }
    }

    /// Found by the property above: these push each other in a circle.
    #[test]
    fn boxes_that_push_each_other_in_a_circle_come_apart() {
        let widths = [
            122.656_593_068_029_18,
            116.637_690_386_819_71,
            30.0,
            128.916_640_408_006_46,
            30.0,
            30.0,
            167.925_375_904_958_54,
            81.578_017_123_772_48,
            91.413_049_580_507_18,
            30.0,
            138.505_434_592_058_92,
            183.016_019_764_254_5,
            30.0,
            30.0,
            130.173_432_174_194_32,
            130.181_038_190_308_13,
            194.450_603_545_831_94,
            143.886_145_136_864_03,
            30.0,
        ];
        let sizes = widths.map(|width| (width, 26.0));
        assert_eq!(overlaps(&by_force(&sizes, &[(17, 14)], 960.0).0), 0);
    }

    #[test]
    fn the_joined_stand_nearer_to_each_other_than_the_others() {
        let sizes = [(60.0, 26.0); 6];
        let (boxes, _) = by_force(&sizes, &[(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)], 640.0);
        let between = |a: usize, b: usize| {
            let (dx, dy) = (boxes[a].x - boxes[b].x, boxes[a].y - boxes[b].y);
            dx * dx + dy * dy
        };
        assert!(between(0, 1) < between(0, 4) && between(3, 5) < between(2, 5), "{boxes:?}");
    }

    #[test]
    fn equal_input_gives_equal_places() {
        let sizes = [(60.0, 26.0), (80.0, 26.0), (40.0, 26.0)];
        let places = |()| by_force(&sizes, &[(0, 1)], 640.0);
        assert_eq!(places(()), places(()));
    }
}
