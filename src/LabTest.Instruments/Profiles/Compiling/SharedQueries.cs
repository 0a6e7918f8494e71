using System.Globalization;
using LabTest.Instruments.Scpi;
using LabTest.Instruments.Simulation;

namespace LabTest.Instruments.Profiles.Compiling;

/// <summary>
/// Finds parameters that ask the same query, as those of an instrument that answers with a list of keys and values. The simulator gives one answer
/// with the values of all of them, so each parameter's <c>parse</c> must find its own in it.
/// </summary>
internal sealed class SharedQueries(CompileContext context)
{
    private readonly CommandTable _table = new();
    private ParameterModel? _asked;

    public void Link()
    {
        foreach (var parameter in context.Parameters.Values.Where(p => p.Get is not null && p.Type != ParameterType.Waveform))
        {
            foreach (var channel in parameter.IsChannel ? context.Channels : [""])
            {
                if (Asked(Sent(parameter, channel)) is not { } first)
                    continue;
                Join(parameter, first, channel);
                break;
            }

            _table.Add(parameter.Get!, _ => Note(parameter));
        }
    }

    private void Join(ParameterModel parameter, ParameterModel first, string channel)
    {
        ParameterModel[] together = [.. first.AnsweredTogether.DefaultIfEmpty(first), parameter];
        if (IsDistinct(together))
            Array.ForEach(together, p => p.AnsweredTogether = together);
        else
            Refuse(parameter, first, channel);
    }

    private SimulatedAnswer? Note(ParameterModel parameter)
    {
        _asked = parameter;
        return null;
    }

    // Whose query a simulator would take it for; none where it is no parameter's yet.
    private ParameterModel? Asked(string query)
    {
        _asked = null;
        _table.Perform(ReceivedCommand.Parse(query));
        return _asked;
    }

    private static string Sent(ParameterModel parameter, string channel) => parameter.Get!.Send(hole => hole == "ch" ? channel : "1");

    // Whether each finds in a common answer what it was given there.
    private static bool IsDistinct(IReadOnlyList<ParameterModel> parameters)
    {
        var given = parameters.Select((p, i) => (p.Answer, Value: Sample(p, i))).ToArray();
        var answer = AnswerParser.Compose(given);
        return given.All(g => g.Answer.Text(answer) == g.Value);
    }

    private static string Sample(ParameterModel parameter, int index) => parameter.Type switch
    {
        ParameterType.Bool => parameter.Wire(true),
        _ when parameter.Options.Count > 0 => parameter.Options[0].Wire.Text,
        ParameterType.Text => StringData.Quote($"text {index}"),
        _ => (index + 1.5).ToString(CultureInfo.InvariantCulture),
    };

    private void Refuse(ParameterModel parameter, ParameterModel first, string channel) => context.Add(
        parameter.GetMark,
        $"'{parameter.Name}' asks '{Sent(parameter, channel)}', as '{first.Name}' does, and one answer cannot hold the values of both: "
        + "say with 'parse' of each where its value stands, as in parse: { regex: 'FRQ,([^,]+)' } or parse: { field: 1 }");
}
