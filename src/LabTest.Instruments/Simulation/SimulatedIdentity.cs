using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <summary>Makes an answer to the identity query that the profile's own expression accepts, with a serial number and a firmware version.</summary>
internal static class SimulatedIdentity
{
    public static string Of(InstrumentModel model, string serial)
    {
        if (model.Identity?.Match is not { } match)
            return "";
        // The model that the id names, where the expression takes it; else the first that it describes.
        foreach (var named in (string?[])[model.Id.Split('/')[^1].ToUpperInvariant(), null])
        {
            var answer = RegexSample.Make(match, (name, _) => name switch { "serial" => serial, "firmware" => "1.0.0", "model" => named, _ => null });
            if (answer.Length > 0 && match.IsMatch(answer))
                return answer;
        }

        return $"LabTest,{model.Id},{serial},1.0.0";
    }
}
