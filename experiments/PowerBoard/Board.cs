namespace PowerBoard;

/// <summary>What every experiment does with the board.</summary>
internal static class Board
{
    /// <summary>Powers the board from 5 V, loads its output and waits until it has started.</summary>
    public static async Task PowerUp(this Station station, Quantity? load = null)
    {
        await station.Set("psu.vdd.voltage", station.Argument("vin", 5.Volts()));
        await station.Set("psu.vdd.output", true);
        await station.Set("load.current", load ?? 0.Amperes());
        await station.Set("load.input", true);
        await station.Wait(10.Milliseconds());
    }
}
