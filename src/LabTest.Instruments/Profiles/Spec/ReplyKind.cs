namespace LabTest.Instruments.Profiles.Spec;

/// <summary>How an instrument answers a command that is no query.</summary>
internal enum ReplyKind
{
    /// <summary>It says nothing.</summary>
    None,

    /// <summary>One line, whatever stands in it.</summary>
    Line,

    /// <summary>The line that was sent.</summary>
    Echo,

    /// <summary>A line that an expression fits.</summary>
    Match,

    /// <summary>A text without an end of line, such as <c>"&gt; "</c>; it follows an answer too.</summary>
    Prompt,
}
