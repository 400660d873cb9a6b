//! Groups C and D: links, references and addresses.

use super::site::says;

#[test]
fn c37_a_link_to_nothing_is_told_with_the_nearest_names() {
    says(
        &[("content/about.md", "---\ntitle: About\n---\n[[Good Persn]]\n")],
        &[
            "content/about.md:4:3: error[unknown-name]: nothing in this site is called `Good Persn` (did you mean [[Good Person]], [[good]]? Else write a document for it, or take the brackets away)",
            "exit 1",
        ],
    );
}

#[test]
fn c38_a_name_that_three_have_is_told_with_all_of_them() {
    says(
        &[
            ("content/people/k1.md", "---\nname: Kurt 1\naliases: [Kurt]\n---\n"),
            ("content/people/k2.md", "---\nname: Kurt 2\naliases: [Kurt]\n---\n"),
            ("content/people/k3.md", "---\nname: Kurt 3\naliases: [Kurt]\n---\n"),
            ("content/about.md", "---\ntitle: About\n---\n[[Kurt]]\n"),
        ],
        &[
            "content/about.md:4:3: error[ambiguous-name]: `Kurt` can mean 3 things (say which one: [[people/k1|Kurt]] or [[people/k2|Kurt]] or [[people/k3|Kurt]])",
            "exit 1",
        ],
    );
}

#[test]
fn c39_other_letters_of_one_name_are_told_with_the_right_form() {
    says(
        &[
            ("content/people/x.md", "---\nname: İlhami Balı\n---\n"),
            ("content/about.md", "---\ntitle: About\n---\n[[ilhami bali]]\n"),
        ],
        &[
            "content/about.md:4:3: warning[inexact-name]: `ilhami bali` is written in other letters than `İlhami Balı` (write [[İlhami Balı]], or add `ilhami bali` to its aliases)",
            "exit 0",
        ],
    );
}

#[test]
fn c41_a_heading_or_block_that_is_not_there() {
    says(
        &[("content/about.md", "---\ntitle: About\n---\n[[good#Nowhere]] and [[good#^s9]]\n")],
        &[
            "content/about.md:4:3: error[unknown-part]: content/people/good.md has no heading `Nowhere` (it has none at all: link to the page, without `#`)",
            "content/about.md:4:24: error[unknown-part]: content/people/good.md has no statement or block `^s9` (it has none at all: link to the page, without `#`)",
            "exit 1",
        ],
    );
}

#[test]
fn c44_links_that_say_nothing() {
    says(
        &[(
            "content/about.md",
            "---\ntitle: About\n---\n[]() and [[ ]] and [[|x]] and [[good|]] and [[good#]] and [x](#nowhere)\n",
        )],
        &[
            "content/about.md:4:1: error[invalid-link]: the link has no words to click on (write them between the brackets)",
            "content/about.md:4:12: error[invalid-link]: the link names nothing (write a name between the brackets: `[[name]]`)",
            "content/about.md:4:20: error[invalid-link]: the link names nothing (write a name between the brackets: `[[name]]`)",
            "content/about.md:4:37: error[invalid-link]: no words stand after the `|` (write the words to show after the `|`, or leave the `|` out)",
            "content/about.md:4:51: error[invalid-link]: nothing stands after the `#` (write a heading after the `#`, or `#^` and the id of a statement, or leave the `#` out)",
            "content/about.md:4:63: error[unknown-part]: content/about.md has no heading `nowhere` (it has none at all: link to the page, without `#`)",
            "exit 1",
        ],
    );
}

#[test]
fn d50_one_address_for_two_pages() {
    says(
        &[
            ("content/people/x.md", "---\nname: Someone\nid: same\n---\n"),
            ("content/people/y.md", "---\nname: Another\nredirect_from: /people/same/\n---\n"),
            ("content/assets.md", "---\ntitle: Assets\n---\n"),
            ("content/timeline.md", "---\ntitle: Timeline\n---\n"),
        ],
        &[
            "content/assets.md:2:8: error[address-taken]: the address /assets/ belongs to the program's own folder `assets` (choose another `id:`, or another address)",
            "content/people/y.md:3:16: error[address-taken]: the address /people/same/ is taken already (choose another `id:`, or another address)",
            "content/timeline.md:2:8: error[address-taken]: the address /timeline/ belongs to the timeline (choose another `id:`, or another address)",
            "exit 1",
        ],
    );
}
