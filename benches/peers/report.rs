//! What was measured, as tables of Markdown, and the machine it was measured on. Knows figures, not where they come from.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use super::arguments::Arguments;
use super::edits::{Edited, Seen};
use super::generators::{Generator, Installed};
use super::measure::{Contents, Cost};

const RESULTS: &str = "benches/RESULTS.md";

/// What one generator did with one size.
#[derive(Debug)]
pub struct Row {
    name: &'static str,
    costs: Vec<Cost>,
    contents: Contents,
    /// Why it is not measured: it failed, or did not do the work.
    fault: Option<String>,
}

impl Row {
    pub const fn new(name: &'static str) -> Self {
        Self { name, costs: Vec::new(), contents: Contents { files: 0, pages: 0, bytes: 0 }, fault: None }
    }

    pub fn add(&mut self, cost: Cost, contents: Contents) {
        self.costs.push(cost);
        self.contents = contents;
    }

    pub fn fail(&mut self, fault: String) {
        self.fault = Some(fault);
    }

    fn time(&self) -> Option<f64> {
        let mut times: Vec<Duration> = self.costs.iter().map(|cost| cost.time).collect();
        times.sort_unstable();
        times.get(times.len() / 2).filter(|_| self.fault.is_none()).map(Duration::as_secs_f64)
    }

    fn memory(&self) -> Option<u64> {
        self.costs.iter().filter_map(|cost| cost.memory).max()
    }
}

/// All that was measured.
#[derive(Debug)]
pub struct Report {
    head: String,
    sizes: Vec<(usize, Vec<Row>)>,
    edits: Vec<(usize, &'static str, Vec<Edited>)>,
}

impl Report {
    pub fn new(arguments: &Arguments, generators: &[Installed]) -> Self {
        let versions: Vec<String> =
            generators.iter().map(|one| format!("{} {}", one.generator.name(), one.version)).collect();
        let sizes: Vec<String> = arguments.sizes.iter().map(ToString::to_string).collect();
        let only: Vec<String> = arguments.only.iter().map(|one| one.name().to_lowercase()).collect();
        let only =
            if only.len() < Generator::ALL.len() { format!(" --only {}", only.join(",")) } else { String::new() };
        let head = format!(
            "- Machine: {}\n- Versions: {}\n- Command: `benches/run {}{only} --rounds {}`\n",
            machine(),
            versions.join("; "),
            sizes.join(" "),
            arguments.rounds
        );
        Self { head, sizes: Vec::new(), edits: Vec::new() }
    }

    pub fn add(&mut self, size: usize, rows: Vec<Row>) {
        self.sizes.push((size, rows));
    }

    pub fn add_edits(&mut self, size: usize, name: &'static str, edits: Vec<Edited>) {
        self.edits.push((size, name, edits));
    }

    /// The rows of one size, to be read while the others are measured.
    pub fn last(&self, size: usize) -> String {
        self.rows(size)
    }

    /// Both tables, with the machine above them.
    pub fn text(&self) -> String {
        let mut text = format!(
            "{}\n| dossiers | generator | time | times the limit | times ours | a dossier | growth | memory | pages | files | bytes |\n\
             |---|---|---|---|---|---|---|---|---|---|---|\n",
            self.head
        );
        self.sizes.iter().for_each(|(size, _)| text += &self.rows(*size));
        if !self.edits.is_empty() {
            text += "\n| dossiers | generator | edit | build again | seen in the preview |\n|---|---|---|---|---|\n";
        }
        for (size, generator, edits) in &self.edits {
            for Edited { name, build, seen } in edits {
                let build = build.map_or_else(|| "failed".to_owned(), |time| format!("{:.2} s", time.as_secs_f64()));
                let seen = match seen {
                    Seen::Nothing => String::new(),
                    Seen::After(time) => format!("{:.0} ms", time.as_secs_f64() * 1000.0),
                    Seen::NotWithin(time) => format!("not within {} s", time.as_secs()),
                };
                writeln!(text, "| {size} | {generator} | {name} | {build} | {seen} |").unwrap();
            }
        }
        text
    }

    fn rows(&self, size: usize) -> String {
        let Some((_, rows)) = self.sizes.iter().find(|(other, _)| *other == size) else { return String::new() };
        let time_of = |name: &str| rows.iter().find(|row| row.name == name).and_then(Row::time);
        let (limit, ours) = (time_of("the limit"), time_of("Dossier"));
        let mut text = String::new();
        for row in rows {
            let Some(time) = row.time() else {
                let fault = row.fault.as_deref().unwrap_or("it was not built");
                writeln!(text, "| {size} | {} | not measured: {fault} | | | | | | | | |", row.name).unwrap();
                continue;
            };
            let times = |other: Option<f64>| other.map_or_else(String::new, |other| format!("{:.1}", time / other));
            let memory = row.memory().map_or_else(String::new, |bytes| format!("{} MB", bytes >> 20));
            let each = time * 1000.0 / as_float(size);
            let growth = self.growth(size, row.name, each);
            let Contents { files, pages, bytes } = row.contents;
            writeln!(
                text,
                "| {size} | {} | {time:.2} s | {} | {} | {each:.2} ms | {growth} | {memory} | {pages} | {files} | {} MB |",
                row.name,
                times(limit),
                times(ours),
                bytes >> 20
            )
            .unwrap();
        }
        text
    }

    /// How many times as long a dossier takes as in the smallest site; 1 is linear.
    fn growth(&self, size: usize, name: &str, each: f64) -> String {
        let (first, rows) = &self.sizes[0];
        let smallest = rows.iter().find(|row| row.name == name).and_then(Row::time).filter(|_| *first != size);
        smallest.map_or_else(String::new, |time| format!("{:.2}", each * as_float(*first) / (time * 1000.0)))
    }

    /// Writes it into the file of results, in the place of what stands there.
    pub fn write(&self) {
        let text = format!(
            "# Results of the benchmark\n\n\
             Written by `benches/run --write`. Medians of the rounds, one round from 50,000 dossiers on; each build goes into a new folder. \
             \"The limit\" reads, parses and writes the same files and does nothing else. \"A dossier\" is the time divided by the number of \
             dossiers, \"growth\" how many times that is as much as in the smallest site of the table. The others have themes of \
             comparable pages and lists, and neither statements, search, exports, checks of names nor a gate. Authors edit more than once: \
             before edits are measured, one is made, but where a build takes minutes.\n\n{}",
            self.text()
        );
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(RESULTS), text).unwrap();
    }
}

#[allow(clippy::cast_precision_loss, reason = "numbers of dossiers are small")]
const fn as_float(size: usize) -> f64 {
    size as f64
}

/// Processor, cores, memory and system, as far as they are told.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let after = |text: &str, key: &str| {
        let line = text.lines().find(|line| line.starts_with(key)).unwrap_or_default();
        line.split_once(':').map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let processor = after(&read("/proc/cpuinfo"), "model name");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory: u64 = after(&read("/proc/meminfo"), "MemTotal").trim_end_matches(" kB").parse().unwrap_or(0);
    let load = read("/proc/loadavg");
    let load = load.split(' ').next().unwrap_or_default();
    format!(
        "{processor}, {cores} cores, {} GB, Linux {}, load {load} at the beginning",
        (memory + 524_288) >> 20,
        read("/proc/sys/kernel/osrelease").trim()
    )
}
