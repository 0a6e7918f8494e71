using LabTest.Instruments.Profiles.Spec;
using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>Checks the channels of a profile, and makes the command that selects one.</summary>
internal sealed class ChannelRules(CompileContext context)
{
    public CommandTemplate? Check()
    {
        if (context.Spec.Channels is not { } channels)
            return null;
        if (channels.Ids.Count == 0)
            context.Add(channels.MarkOf("ids"), "there is no channel; list what the instrument calls its channels");
        foreach (var id in channels.Ids.Where(id => !ParameterPath.TryParse($"alias.{id}.x", out _)))
            context.Add(channels.MarkOf("ids"), $"'{id}' cannot be the id of a channel; use letters, digits, _ and -");
        foreach (var id in channels.Ids.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key))
            context.Add(channels.MarkOf("ids"), $"channel '{id}' is listed twice");
        if ((channels.Address == ChannelAddressing.Select) != (channels.Select is not null))
            context.Add(channels.Mark, "'select' is the command for 'address: select'; give both or neither");
        if (context.Command(channels.Select, channels.MarkOf("select")) is not { } select)
            return null;
        context.CheckHoles(select, channels.MarkOf("select"), isChannel: true);
        if (select.IsQuery || !select.Holes.Contains("ch"))
            context.Add(channels.MarkOf("select"), $"'{select.Text}' does not select a channel; write a command with {{ch}}, as in INSTrument:NSELect {{ch}}");
        return select;
    }
}
