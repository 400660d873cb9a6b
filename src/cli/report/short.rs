//! One line for each diagnostic, as compilers print it and editors read it.

use std::io::{self, Write};

use super::place::Located;
use super::{message_with_page, one_line};

/// `path:line:col: error[code]: message`, with the help after it.
pub fn write(out: &mut dyn Write, located: &Located<'_>) -> io::Result<()> {
    let diagnostic = located.diagnostic;
    if let Some(place) = &located.place {
        write!(out, "{}:{}:{}: ", one_line(place.path), place.start.line, place.start.column)?;
    }
    let message = one_line(&message_with_page(diagnostic));
    write!(out, "{}[{}]: {message}", diagnostic.severity().name(), diagnostic.code.name())?;
    if !diagnostic.help.is_empty() {
        write!(out, " ({})", one_line(&diagnostic.help))?;
    }
    writeln!(out)
}
