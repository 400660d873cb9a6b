//! What browsers are told to refuse on every page, in the pages and as settings for web servers. Knows the policy; not whether a page keeps to it.

/// The content security policy that every page carries: nothing but the site's own files. Source: W3C, Content Security Policy Level 3.
pub(super) const POLICY: &str = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'";

/// The files that set the headers on servers that read them: Netlify and Cloudflare, Apache, and lines to include for nginx.
pub(super) fn files() -> [(&'static str, String); 3] {
    let headers = [
        // A page cannot say this of itself.
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
    ];
    let lines = |line: &dyn Fn(&str, &str) -> String| -> String {
        headers.iter().map(|(name, value)| line(name, value)).collect()
    };
    [
        ("_headers", format!("/*\n{}", lines(&|name, value| format!("  {name}: {value}\n")))),
        (
            ".htaccess",
            format!(
                "<IfModule mod_headers.c>\n{}</IfModule>\n",
                lines(&|name, value| format!("Header always set {name} \"{value}\"\n"))
            ),
        ),
        ("nginx.conf.txt", lines(&|name, value| format!("add_header {name} \"{value}\" always;\n"))),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::builtin::builtin_template;
    use super::*;

    #[test]
    fn the_built_in_part_carries_the_policy() {
        let part = builtin_template("builtin/parts/policy.html").unwrap();
        let expected = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<meta name=\"referrer\" content=\"no-referrer\">"
        );
        assert!(part.contains(&expected), "{part}");
    }

    #[test]
    fn servers_are_told_what_a_page_cannot_say() {
        for (name, text) in files() {
            let policy = format!("{POLICY}; frame-ancestors 'none'");
            assert!(text.contains(&policy), "{name}");
            assert!(text.contains("X-Content-Type-Options") && text.contains("no-referrer"), "{name}");
        }
        let [(_, netlify), (_, apache), (_, nginx)] = files();
        assert!(netlify.starts_with("/*\n  Content-Security-Policy: default-src"), "{netlify}");
        assert!(apache.contains("Header always set Referrer-Policy \"no-referrer\"\n</IfModule>"), "{apache}");
        assert!(nginx.ends_with("add_header Referrer-Policy \"no-referrer\" always;\n"), "{nginx}");
    }
}
