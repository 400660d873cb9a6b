unpublished-person = kesek ku navê wî li vir nayê gotin
unpublished-organisation = saziyek ku navê wê li vir nayê gotin
unpublished-place = cihek ku navê wî li vir nayê gotin
unpublished-source = çavkaniyek ku li vir nehatiye weşandin
unpublished-page = rûpelek ku li vir nehatiye weşandin
date-not-stated = dîrok nehatiye gotin
