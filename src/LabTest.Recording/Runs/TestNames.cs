namespace LabTest.Recording.Runs;

/// <summary>Names of tests as people read them.</summary>
internal static class TestNames
{
    /// <summary>A method's name as the sentence it is, with its arguments: <c>Ripple stays low (load: 300 mA)</c>.</summary>
    public static string Sentence(string name)
    {
        var open = name.IndexOf('(');
        return open < 0 ? name.Replace('_', ' ') : $"{name[..open].Replace('_', ' ')} {name[open..]}";
    }
}
