using FsCheck;
using FsCheck.Fluent;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Tests.Scpi;

public sealed class CommandTemplateProperties
{
    [Fact]
    public void What_is_sent_is_recognised_as_what_was_meant() =>
        Prop.ForAll(Cases().ToArbitrary(), c => Recognised(c, c.Template.Send(hole => c.Holes[hole])).Label(c.Template.Text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Every_legal_form_is_recognised_as_what_was_meant() =>
        Prop.ForAll((from c in Cases() from form in Forms(c) select (c, form)).ToArbitrary(), x => Recognised(x.c, x.form).Label($"{x.c.Template.Text} as {x.form}"))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static bool Recognised(Case c, string message)
    {
        IReadOnlyDictionary<string, string>? captured = null;
        var table = new CommandTable();
        table.Add(c.Template, holes =>
        {
            captured = holes;
            return null;
        });
        return table.Perform(ReceivedCommand.Parse(message)).Error == ScpiError.None && captured is not null && captured.Count == c.Holes.Count && captured.All(h => c.Holes[h.Key] == h.Value);
    }

    private static Gen<Case> Cases() =>
        from nodes in Nodes().NonEmptyListOf()
        from arguments in Gen.Elements("", " {value}", " {value},(@{list})", " CH{one},{value}", " \"{value}\"", " WORD,{value}", " LEVel{one}")
        from value in Gen.Elements("5", "-1.5e-3", "ON", "a b", "x/y", "MAX")
        from list in Gen.Elements("1", "2", "1,2", "1:3")
        from one in Gen.Elements("1", "4", "12")
        from isQuery in Gen.Elements(true, false)
        let kept = nodes.Take(5).ToList()
        let header = Header(kept, isQuery)
        select new Case(kept, CommandTemplate.Parse(header + arguments), isQuery, arguments, Holes(kept, arguments, value, list, one));

    private static Gen<Part> Nodes() =>
        from word in Gen.Elements("SOURce", "VOLTage", "LEVel", "IMMediate", "RST", "CHANnel", "NPLC")
        from suffix in Gen.Elements("", "", "2", "hole")
        from optional in Gen.Elements(false, false, true)
        from number in Gen.Choose(1, 12)
        select new Part(word, suffix, suffix.Length == 0 && optional, number);

    private static string Header(List<Part> nodes, bool isQuery)
    {
        if (nodes.TrueForAll(n => n.IsOptional))
            nodes[^1] = nodes[^1] with { IsOptional = false };
        while (nodes.Count(n => n.IsOptional) > 4)
            nodes.RemoveAt(nodes.FindIndex(n => n.IsOptional));
        var texts = nodes.Select((n, i) => n.Word + (n.Suffix == "hole" ? $"{{h{i}}}" : n.Suffix)).ToArray();
        var firstKept = nodes.FindIndex(n => !n.IsOptional);
        var pieces = texts.Select((t, i) => !nodes[i].IsOptional ? (i == firstKept ? t : ":" + t) : i < firstKept ? $"[{t}:]" : $"[:{t}]");
        return string.Concat(pieces) + (isQuery ? "?" : "");
    }

    private static Dictionary<string, string> Holes(List<Part> nodes, string arguments, string value, string list, string one)
    {
        var holes = nodes.Select((n, i) => (n, i)).Where(x => x.n.Suffix == "hole").ToDictionary(x => $"h{x.i}", x => x.n.Number.ToString());
        if (arguments.Contains("{value}", StringComparison.Ordinal))
            holes["value"] = value;
        if (arguments.Contains("{list}", StringComparison.Ordinal))
            holes["list"] = list;
        if (arguments.Contains("{one}", StringComparison.Ordinal))
            holes["one"] = one;
        return holes;
    }

    // Long or short, any case, with or without what is optional, with a colon in front or without.
    private static Gen<string> Forms(Case c) =>
        from choices in Gen.Choose(0, 7).ArrayOf(c.Nodes.Count)
        from colon in Gen.Elements("", ":")
        let nodes = c.Nodes.Select((n, i) => (Node: n, Index: i, Choice: choices[i])).Where(x => !x.Node.IsOptional || (x.Choice & 1) != 0)
        let words = nodes.Select(x => Cased(x.Node.Word, x.Choice) + (x.Node.Suffix == "hole" ? x.Node.Number.ToString() : x.Node.Suffix))
        select colon + string.Join(':', words) + (c.IsQuery ? "?" : "") + Filled(c);

    private static string Cased(string word, int choice)
    {
        var mnemonic = Mnemonic.Parse(word);
        var form = (choice & 2) != 0 ? mnemonic.Long : mnemonic.Short;
        return (choice & 4) != 0 ? form.ToLowerInvariant() : form;
    }

    private static string Filled(Case c)
    {
        var text = c.Arguments;
        foreach (var (hole, value) in c.Holes)
            text = text.Replace($"{{{hole}}}", value, StringComparison.Ordinal);
        return text.Replace("LEVel", "level", StringComparison.Ordinal);
    }

    private sealed record Part(string Word, string Suffix, bool IsOptional, int Number);

    private sealed record Case(List<Part> Nodes, CommandTemplate Template, bool IsQuery, string Arguments, Dictionary<string, string> Holes);
}
